import type { Person } from "../../src/playground/people.js";
import type { Telegram } from "../../src/playground/telegram.js";
import { invited } from "./inviting.js";

/** The set-up code of every house of ours. */
export const setupCode = "setup-of-a-test";

type House = { readonly telegram: Telegram };

/** An organisation as most tests begin: an admin, a supervisor, and a worker the supervisor supervises. */
export type Staff = { readonly admin: Person; readonly supervisor: Person; readonly worker: Person };

/** Founds an organisation in a house and lets its people in, all by what they type and press. */
export async function foundStaff(house: House, organization = "LKS Harapan Kasih"): Promise<Staff> {
  const admin = await founder(house, organization);
  const supervisor = await joins(house, admin, "Pak Dedi", ["supervisor"]);
  const worker = await joins(house, admin, "Bu Ratna", ["pekerja sosial"], "Pak Dedi");
  return { admin, supervisor, worker };
}

/** The first admin sets the organisation up. */
export async function founder(house: House, organization: string): Promise<Person> {
  const admin = house.telegram.person({ firstName: "Sari" });
  admin.opens(setupCode);
  await admin.sees("Apa nama lembaga Anda?");
  admin.sends(organization);
  await admin.sees("zona waktu");
  admin.presses("WIB (Jakarta)");
  await admin.sees("bagaimana Anda ingin disebut");
  admin.sends("Bu Sari");
  await agrees(admin);
  return admin;
}

/** Somebody is invited, follows the link and agrees to the notice. */
export async function joins(
  house: House,
  admin: Person,
  name: string,
  roles: readonly string[],
  supervisor?: string,
): Promise<Person> {
  const link = await invited(admin, name, roles, supervisor);
  const person = house.telegram.person({ firstName: name });
  person.opens(link);
  await agrees(person);
  return person;
}

async function agrees(person: Person): Promise<void> {
  await person.sees("Saya setuju");
  person.presses("Saya setuju");
  await person.sees("Apa yang ingin Anda lakukan");
}
