import type { Message } from "@grammyjs/types";
import type { Person } from "../../src/playground/people.js";

/** What opens the bot by an invitation, read from the message that holds its link; "" where it holds none. */
export function linkOf(message: Message | undefined): string {
  return /start=(inv_\w+)/.exec(message?.text ?? "")?.[1] ?? "";
}

/** An admin makes an invitation. Returns what the link opens the bot with. */
export async function invited(
  admin: Person,
  name: string,
  roles: readonly string[],
  supervisor = "Nanti saja",
): Promise<string> {
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("✉️ Undang");
  admin.presses("✉️ Undang");
  await admin.sees("Siapa yang Anda undang");
  for (const role of roles) {
    admin.presses(`▫️ ${role}`);
    await admin.sees(`☑️ ${role}`);
  }
  admin.presses("➡️ Lanjut");
  await admin.sees("Siapa namanya");
  admin.sends(name);
  if (roles.includes("pekerja sosial")) {
    await admin.sees(/supervisor/);
    admin.presses(supervisor);
  }
  return linkOf(await admin.sees(/start=inv_/));
}
