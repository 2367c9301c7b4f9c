/** The made-up organisation: founded, its people invited, joined and consented, as real ones would be. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type Role, roles } from "../records/people/actor.js";
import { giveConsent } from "../records/people/consent.js";
import { acceptInvitation, invite } from "../records/people/invitations.js";
import { createOrganization } from "../records/people/organizations.js";
import { actingAs, type RunAt } from "./acting.js";

const staffSchema = z.object({
  name: z.string(),
  zone: z.string(),
  people: z.array(
    z.object({
      key: z.string(),
      /** On Telegram. */
      firstName: z.string(),
      /** In the organisation. */
      name: z.string(),
      roles: z.array(z.enum(roles)).min(1),
      supervisor: z.string().optional(),
    }),
  ),
});

/** The organisation and who is in it, as `samples/organization.yaml` says. */
export type Staff = z.infer<typeof staffSchema>;

/** Reads it from a folder of samples. Throws where the file is wrong. */
export async function readStaff(folder: string): Promise<Staff> {
  return staffSchema.parse(parse(await readFile(join(folder, "organization.yaml"), "utf8")));
}

/**
 * Makes the organisation. The database has none, and knows the set-up code.
 * @param accounts Telegram ids by the people's keys
 */
export async function foundSample(
  run: RunAt,
  now: Date,
  staff: Staff,
  accounts: ReadonlyMap<string, number>,
  code: string,
): Promise<void> {
  const account = (key: string) => {
    const id = accounts.get(key);
    if (id === undefined) throw new Error(`samples: nobody is "${key}"`);
    return id;
  };
  const admin = staff.people.find((person) => person.roles.includes("admin"));
  if (admin === undefined) throw new Error("samples: the organisation has no admin");
  await actingAs(run, now, account(admin.key), async (work) => {
    await createOrganization(work, { code, name: staff.name, zone: staff.zone, adminName: admin.name });
    await giveConsent(work);
  });
  // Who supervises is there before who is supervised.
  const others = staff.people.filter((person) => person !== admin);
  const joined = new Map<string, string>();
  for (const person of others.sort((a, b) => Number("supervisor" in a) - Number("supervisor" in b))) {
    const supervisorId = person.supervisor === undefined ? null : (joined.get(person.supervisor) ?? null);
    const memberId = await enrol(run, now, account(admin.key), account(person.key), {
      ...person,
      supervisorId,
    });
    joined.set(person.key, memberId);
  }
}

/** Invites somebody on the admin's behalf, and accepts and consents on theirs. Returns the member's id. */
export async function enrol(
  run: RunAt,
  now: Date,
  adminAccount: number,
  account: number,
  as: { readonly name: string; readonly roles: readonly Role[]; readonly supervisorId: string | null },
): Promise<string> {
  const invitation = await actingAs(run, now, adminAccount, (work) => invite(work, as));
  if (invitation === "too-many") throw new Error("there are too many open invitations");
  return actingAs(run, now, account, async (work) => {
    const joined = await acceptInvitation(work, invitation.code);
    if (typeof joined === "string") throw new Error(`the invitation was refused: ${joined}`);
    await giveConsent(work);
    return joined.actor.memberId;
  });
}
