import type { Person } from "../../src/playground/people.js";
import type { TelegramEmulator } from "../../src/playground/telegram.js";
import type { Role } from "../../src/records/people/actor.js";
import { idMaker, secureRandom } from "../../src/records/storage/ids.js";
import { invited } from "./inviting.js";
import type { Records } from "./records.js";

/** The set-up code of every app of ours. */
export const setupCode = "setup-of-a-test";

type App = { readonly telegram: Pick<TelegramEmulator, "person"> };

/** An organisation as most tests begin: an admin, a supervisor, and a worker the supervisor supervises. */
export type Staff = { readonly admin: Person; readonly supervisor: Person; readonly worker: Person };

/** Founds an organisation in an app and lets its people in, all by what they type and press. */
export async function foundStaff(app: App, organization = "LKS Harapan Kasih"): Promise<Staff> {
  const admin = await founder(app, organization);
  const supervisor = await joins(app, admin, "Pak Dedi", ["supervisor"]);
  const worker = await joins(app, admin, "Bu Ratna", ["pekerja sosial"], "Pak Dedi");
  await supervisor.sees("Bu Ratna sudah bergabung");
  return { admin, supervisor, worker };
}

/**
 * The same people without what they typed for it, which is told once elsewhere (test/chat/start.test.ts): they are put
 * into the records, and each has the menu before them.
 */
export async function enrolledStaff(
  { telegram, records }: App & { readonly records: Records },
  organization = "LKS Harapan Kasih",
): Promise<Staff> {
  const organizationId = idMaker(secureRandom)(16);
  await records.organization(organizationId, {}, organization);
  const enrols = async (firstName: string, name: string, role: Role, supervisorId?: string) => {
    const person = telegram.person({ firstName });
    const more = { organizationId, name, accountId: person.id };
    const id = await records.member(
      idMaker(secureRandom)(16),
      [role],
      supervisorId === undefined ? more : { ...more, supervisorId },
    );
    return { person, id };
  };
  const admin = await enrols("Sari", "Bu Sari", "admin");
  const supervisor = await enrols("Pak Dedi", "Pak Dedi", "supervisor");
  const worker = await enrols("Bu Ratna", "Bu Ratna", "worker", supervisor.id);
  for (const { person } of [admin, supervisor, worker]) person.sends("/mulai");
  for (const { person } of [admin, supervisor, worker]) await person.sees("Apa yang ingin Anda lakukan");
  return { admin: admin.person, supervisor: supervisor.person, worker: worker.person };
}

/** The first admin sets the organisation up. */
export async function founder(app: App, organization: string): Promise<Person> {
  const admin = app.telegram.person({ firstName: "Sari" });
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
  app: App,
  admin: Person,
  name: string,
  roles: readonly string[],
  supervisor?: string,
): Promise<Person> {
  const link = await invited(admin, name, roles, supervisor);
  const person = app.telegram.person({ firstName: name });
  person.opens(link);
  await agrees(person);
  // The notice is on its way by itself: it must not come into what a test looks at next.
  await admin.sees("sudah bergabung");
  return person;
}

async function agrees(person: Person): Promise<void> {
  await person.sees("Saya setuju");
  person.presses("Saya setuju");
  await person.sees("Apa yang ingin Anda lakukan");
}
