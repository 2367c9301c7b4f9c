import { dateIn, partsOf } from "../../practice/calendar.js";
import type { FormId } from "../../practice/form.js";
import { type ClosedGate, gate, type Mode } from "../../practice/gates.js";
import { withoutNames } from "../../practice/namedPeople.js";
import { NotAllowed } from "../people/actor.js";
import { actorOf } from "../people/rights.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";
import type { Unreadable } from "../storage/seal.js";
import { type Case, caseFor } from "./case.js";
import { clientNameCell } from "./clients.js";
import { unstartedId } from "./unstarted.js";

/** What the codes of cases begin with. The code of a sample case shows everywhere that it is made up. */
const prefixes = { real: "K", sample: "CONTOH" } as const;

/** A case that was opened, and the round at which its first form is entered. */
export type OpenedCase = {
  readonly caseId: string;
  readonly code: string;
  readonly roundId: string;
  /** It existed already and is still empty. */
  readonly found: boolean;
};

/**
 * Opens a case for the acting worker, with a client who has no name yet. An own case that is still empty is returned
 * instead, so that two presses make one case. Throws `NotAllowed` for anyone who is not a worker.
 */
export async function openCase(work: Work, kind: keyof typeof prefixes = "real"): Promise<OpenedCase> {
  const actor = actorOf(work);
  if (!actor.roles.includes("worker")) throw new NotAllowed();
  const entered = (caseId: string) => unstartedId({ caseId, form: "approach", anew: false });
  const { organizationId, memberId } = actor;
  const [empty] = await statement<{ id: string; code: string }>(await work.tx(), emptyCase, [
    organizationId,
    memberId,
    prefixes[kind],
  ]);
  if (empty !== undefined) {
    return { caseId: empty.id, code: empty.code, roundId: entered(empty.id), found: true };
  }
  const { caseId, code } = await createCase(work, memberId, prefixes[kind]);
  return { caseId, code, roundId: entered(caseId), found: false };
}

/**
 * A new case of a worker of the acting member's organisation, with a client who has no name yet. The caller has checked
 * who may.
 */
export async function createCase(
  work: Work,
  workerId: string,
  prefix: string = prefixes.real,
): Promise<{ readonly caseId: string; readonly code: string }> {
  const { organizationId, zone } = actorOf(work);
  const { year } = partsOf(dateIn(zone, work.now));
  const [clientId, caseId] = [work.newId(), work.newId()];
  const values = [organizationId, year, clientId, caseId, prefix, workerId, work.now];
  const [made] = await statement<{ code: string }>(await work.tx(), insertCase, values);
  if (made === undefined) throw new Error("a case was not stored");
  work.audit.push({ action: "case.opened", subject: "case", subjectId: caseId });
  return { caseId, code: made.code };
}

/** An open case of the worker $2 in which nothing was done yet, its code beginning with $3. */
const emptyCase = `-- prepared: emptyCase
SELECT c."id", c."code" FROM "Case" c
WHERE c."workerId" = $2 AND c."organizationId" = $1 AND c."closedAt" IS NULL AND starts_with(c."code", $3)
  AND NOT EXISTS (SELECT FROM "Round" r WHERE r."caseId" = c."id")
  AND NOT EXISTS (SELECT FROM "CaseTurn" t WHERE t."caseId" = c."id")
  AND NOT EXISTS (SELECT FROM "Danger" d WHERE d."caseId" = c."id")
  AND NOT EXISTS (SELECT FROM "Transfer" t WHERE t."receivedCaseId" = c."id")
ORDER BY c."openedAt" LIMIT 1`;

/**
 * Stores a case with its client under the next number of the year $2, for example K-2026-0042. The number is counted in the
 * same statement, so two workers never get the same.
 */
const insertCase = `-- prepared: insertCase
WITH counted AS (
  INSERT INTO "CaseCounter" ("organizationId", "year", "last") VALUES ($1, $2::int, 1)
  ON CONFLICT ("organizationId", "year") DO UPDATE SET "last" = "CaseCounter"."last" + 1
  RETURNING "last"
), client AS (
  INSERT INTO "Client" ("id", "organizationId", "createdAt") VALUES ($3, $1, $7::timestamptz)
)
INSERT INTO "Case" ("id", "organizationId", "code", "clientId", "workerId", "openedAt", "updatedAt")
SELECT $4, $1, concat_ws('-', $5::text, $2::int, lpad("last"::text, greatest(4, length("last"::text)), '0')), $3, $6,
  $7::timestamptz, $7::timestamptz
FROM counted
RETURNING "code"`;

/** The round of an entered form. Its id is that of an unstarted round where the first answer will start it. */
export type Entered = { readonly kind: "entered"; readonly roundId: string; readonly mode: Mode };

/**
 * Enters a form of a case: a new round, the draft, or a complete round to be added to. This changes nothing; the
 * first answer does. `anew` asks for a further round where one could be amended, such as a second referral. Where the
 * gate is closed the result says why. Throws `NotAllowed`.
 */
export async function enterForm(
  work: Work,
  caseId: string,
  form: FormId,
  anew = false,
): Promise<Entered | { readonly kind: "closed"; readonly gate: ClosedGate; readonly subject: Case }> {
  const subject = await caseFor(work, caseId, "write");
  const way = gate(form, subject.facts);
  if (way.kind === "closed") return { kind: "closed", gate: way, subject };
  if (way.roundId === undefined || (anew && way.another)) {
    const roundId = unstartedId({ caseId, form, anew });
    return { kind: "entered", roundId, mode: way.mode === "amend" ? "repeat" : way.mode };
  }
  return { kind: "entered", roundId: way.roundId, mode: way.mode };
}

/**
 * The client's name; null where it is not known yet. The chat hides it until asked, so each reading is audited.
 * Throws `NotAllowed`.
 */
export async function clientName(work: Work, caseId: string): Promise<string | Unreadable | null> {
  const { clientId, clientName: name } = (await caseFor(work, caseId, "read")).case;
  noteNamesSeen(work, caseId);
  return name === null ? null : work.sealer.read(name, clientNameCell(clientId));
}

/**
 * A text of the case without the words of the client's name, `instead` in their place: for screens that show no name on
 * their own. Nobody sees the name by this, so that it is not audited as seen.
 */
export function withoutName(
  work: Work,
  { clientId, clientName: sealed }: Pick<Case["case"], "clientId" | "clientName">,
  text: string,
  instead: string,
): string {
  const name = sealed === null ? "" : work.sealer.read(sealed, clientNameCell(clientId));
  return typeof name === "string" ? withoutNames(text, { client: [name], others: [] }, instead) : text;
}

/** Notes in the audit that names of a case were looked at. */
export function noteNamesSeen(work: Work, caseId: string): void {
  work.audit.push({ action: "names.seen", subject: "case", subjectId: caseId });
}
