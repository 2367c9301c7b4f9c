import type { Message } from "@grammyjs/types";
import type { Person } from "../../src/playground/people.js";

/** A supervisor hears that a form waits and opens its card; returns the card. */
export async function opensApproval(supervisor: Person, form: string): Promise<Message> {
  await supervisor.sees(`mengirim ${form}`);
  supervisor.presses("📄 Buka dan putuskan");
  return supervisor.sees(`${form} menunggu Anda`);
}
