/**
 * Every handler of the callback table and every command, with the ids of a real case, as everybody who has no right to
 * it: nothing of the case is shown to them, and nothing of it changes.
 */
import { beforeAll, expect, test } from "vitest";
import { commands } from "../../src/chat/entrance/commands.js";
import { type CallbackName, callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { setSuspended } from "../../src/records/due/staffing.js";
import { reserveNumber } from "../../src/records/papers/letters.js";
import { beginOwnEntry } from "../../src/records/questions/ownEntries.js";
import { askReport } from "../../src/records/reports/reports.js";
import { beginChoice, changeChoice } from "../../src/records/staff/casesToGive.js";
import { caseOfEverything, paperMade, wordsOfCase } from "../support/caseOfEverything.js";
import { ticksDanger } from "../support/danger.js";
import { goes } from "../support/going.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import { transferSent } from "../support/transferring.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { admin, worker } = staff;

/** What stands in the place of an argument of a callback: of the case, its worker or the institution. */
const real = new Map<string, unknown>();

/** Those who may not see the case. The admin may see that it is there, and what is of the institution. */
type Outsider = { readonly who: string; readonly person: Person; readonly seesCodes: boolean };
const outsiders: Outsider[] = [];

beforeAll(async () => {
  await foundOutsiders();
  const { records } = app;
  const ids = await caseOfEverything(app, ratna, dedi);
  for (const [name, value] of Object.entries(ids)) real.set(name, value);
  const [anton] = outsiders;
  if (anton === undefined) throw new Error("nobody could have the case");
  const [sari, toId] = [await app.memberOf(admin), await app.memberOf(anton.person)];
  const proposalId = await records.as(sari, (work) => beginChoice(work, ratna, toId));
  await records.as(sari, (work) => changeChoice(work, proposalId, ids.caseId, true));
  real.set("proposalId", proposalId);
  const letter = await records.as(sari, (work) => reserveNumber(work, "Rahasia surat"));
  real.set("letterId", letter.id);
  real.set("paperId", await records.as(ratna, (work) => paperMade(work, ids.roundId)));
  real.set("designId", await designKept(sari));
  real.set("transferId", await caseOnItsWay(ids.caseId));
  const own = { questions: ["Rahasia usul"], answer: "Rahasia usul", steps: [], source: "" };
  real.set("entryId", await records.as(dedi, (work) => beginOwnEntry(work, { kind: "new" }, own)));
  await dangerNoted(ids.caseId);
  const [danger] = await app.rows<{ id: string }>(`SELECT "id" FROM "Danger" LIMIT 1`);
  real.set("dangerId", danger?.id);
});

/** A template of the institution. */
async function designKept(memberId: string): Promise<string> {
  const [{ id = "" } = {}] = await app.rows<{ id: string }>(
    `INSERT INTO "PaperDesign" ("id", "organizationId", "kind", "format", "status", "task", "version", "addedById", "addedAt", "shownToId", "notBefore")
    SELECT 'designkeptdesign', "organizationId", 'contract', 'typ', 'kept', NULL, 1, "id", now(), "id", now() FROM "Member" WHERE "id" = $1
    RETURNING "id"`,
    [memberId],
  );
  return id;
}

/** Everybody but the worker of the case and her supervisor. */
async function foundOutsiders(): Promise<void> {
  const workers = ["pekerja sosial"];
  const add = (who: string, person: Person, seesCodes = false) => outsiders.push({ who, person, seesCodes });
  add("another worker of the team", await joins(app, admin, "Pak Anton", workers, "Pak Dedi"));
  add("another supervisor", await joins(app, admin, "Bu Lina", ["supervisor"]));
  const suspended = await joins(app, admin, "Bu Tini", [...workers, "supervisor"], "Pak Dedi");
  const [sari, tini] = [await app.memberOf(admin), await app.memberOf(suspended)];
  await app.records.as(sari, (work) => setSuspended(work, tini, true));
  add("somebody who was suspended", suspended);
  add("a stranger", app.telegram.person({ firstName: "Orang" }));
  add("the admin", admin, true);
  add("an admin, supervisor and worker of another institution", await elsewhere());
  for (const [name, value] of Object.entries({ memberId: ratna, workerId: ratna, supervisorId: dedi })) {
    real.set(name, value);
  }
  real.set("toId", dedi);
  const period = { from: "2026-01-01", to: "2026-01-31" };
  real.set(
    "reportId",
    await app.records.as(ratna, (work) => askReport(work, { scope: "mine", period }, worker.id)),
  );
}

/** Somebody with every role in another institution on the same database. */
async function elsewhere(): Promise<Person> {
  const person = app.telegram.person({ firstName: "Lain" });
  await app.records.organization("lain");
  await app.records.member("z".repeat(16), ["admin", "supervisor", "worker"], {
    organizationId: "lain",
    accountId: person.id,
  });
  return person;
}

/** The case is sent to a third institution, which has not decided yet. */
async function caseOnItsWay(caseId: string): Promise<string> {
  const { records } = app;
  await records.organization("ketiga");
  const receiver = await records.member("y".repeat(16), ["supervisor"], { organizationId: "ketiga" });
  return transferSent(records, { worker: ratna, supervisor: dedi, receiver }, caseId, "Rahasia alih");
}

/** A danger is ticked when the case is assessed anew. */
async function dangerNoted(caseId: string): Promise<void> {
  goes(worker, callbacks.enterFormAnew({ caseId, form: "assessment" }));
  await worker.sees("bahaya");
  await ticksDanger(worker, "suicide");
  await worker.sees("keselamatan");
}

/** Arguments that name nothing of a case: of the institution, or none there is. */
const ofNoCase = [
  "exportId",
  "lembarId",
  "invitationId",
  "documentId",
  "questionId",
  "jobId",
  "attachmentId",
  "listId",
  "breachId",
  "auditId",
  "findingId",
  "accreditationId",
];

/** What only concerns the one who presses and locks them out of the rest: their own account, and their institution. */
const own: ReadonlySet<CallbackName> = new Set([
  "withdrawConsentSurely",
  "removeMeSurely",
  "chooseLanguage",
  "setPinRule",
]);

/** What an admin may do: they are pressed for what is of a case. */
const ofCases = [
  "caseId",
  "roundId",
  "deadlineId",
  "dangerId",
  "noteId",
  "unfiledId",
  "dilemmaId",
  "consultationId",
  "entryId",
  "requestId",
  "transferId",
  "paperId",
];

const names = (Object.keys(callbacks) as CallbackName[]).filter((name) => !own.has(name));

/** The data of a button with the ids of the case in it. */
function realData(name: CallbackName): string {
  const { read, longest } = callbacks[name];
  const args = read(longest) as Record<string, unknown>;
  for (const [argument, value] of Object.entries(args)) {
    if (real.has(argument)) args[argument] = real.get(argument);
    else if (argument.endsWith("Id") && !ofNoCase.includes(argument))
      throw new Error(`${name}: no row stands for ${argument}`);
    else args[argument] = value;
  }
  return (callbacks[name] as (args: never) => string)(args as never);
}

/** What stands in the records of the case, its worker and the institution; others may change what is their own. */
async function kept() {
  const ofCase = `= '${String(real.get("caseId"))}'`;
  const ofRound = `IN (SELECT r."id" FROM "Round" r WHERE r."caseId" ${ofCase})`;
  const parts = [
    ["Case", `"id" ${ofCase}`],
    ["Client", `"id" IN (SELECT c."clientId" FROM "Case" c WHERE c."id" ${ofCase})`],
    ...["Round", "Danger", "CaseNote", "CaseTurn", "Paper", "Deadline", "InformationGiven", "Transfer"].map(
      (table) => [table, `"caseId" ${ofCase}`],
    ),
    ...["Answer", "Attachment"].map((table) => [table, `"roundId" ${ofRound}`]),
    ...["Permit", "Dilemma", "Unfiled"].map((table) => [table, `"memberId" = '${ratna}'`]),
    ["Consultation", `"askedById" = '${ratna}'`],
    ["OwnEntry", `"authorId" = '${dedi}'`],
    ["Member", `"id" IN ('${ratna}', '${dedi}')`],
    ["Invitation", `"organizationId" <> 'lain'`],
    ["Organization", `"id" <> 'lain'`],
    ["Letter", `"organizationId" <> 'lain'`],
  ].map(
    // When the next reminder comes is moved by the time alone.
    ([table, where]) => `SELECT to_jsonb(t) - 'nextAt' AS "row" FROM "${table}" t WHERE ${where}`,
  );
  return app.rows(`${parts.join(" UNION ALL ")} ORDER BY 1`);
}

/** Everything the bot wrote to somebody so far. */
const heard = ({ person }: Outsider) =>
  [...person.conversation.messages.values()]
    .filter(({ from }) => from?.is_bot === true)
    .map(({ text, caption, reply_markup: markup }) => JSON.stringify([text, caption, markup]))
    .join("\n");

/** Presses that are on their way together. */
const atOnce = 120;

/** Whether everything that came in was handled. */
const atRest = async () => {
  const pending = `SELECT 1 FROM "Update" WHERE "status" = 'pending' LIMIT 1`;
  await expect.poll(() => app.rows(pending)).toEqual([]);
};

function expectNothingOfTheCase(): void {
  for (const outsider of outsiders) {
    const words = heard(outsider);
    const hidden = outsider.seesCodes ? wordsOfCase : [...wordsOfCase, "K-2026-0001"];
    expect(
      hidden.filter((secret) => words.includes(secret)),
      outsider.who,
    ).toEqual([]);
  }
}

test("every button, pressed with the ids of the case by all who have no right to it", async () => {
  await atRest();
  const before = await kept();
  const presses = names.flatMap((name) => {
    const data = realData(name);
    const isOfCase = ofCases.some((argument) => callbacks[name].pattern.includes(`{${argument}}`));
    return outsiders
      .filter(({ seesCodes }) => !seesCodes || isOfCase)
      .map(
        ({ person }) =>
          () =>
            person.pressesData(data).answer(),
      );
  });
  for (let at = 0; at < presses.length; at += atOnce) {
    await Promise.all(presses.slice(at, at + atOnce).map((press) => press()));
  }
  await atRest();
  expectNothingOfTheCase();
  expect(await kept()).toEqual(before);
}, 240_000);

test("every command with the code of the case, and its code and names by themselves", async () => {
  const before = await kept();
  const typed = [
    ...commands.flatMap((command) => [`/${command} 1`, `/${command} K-2026-0001`]),
    "1",
    "Mak Iyah",
    "/kasus Iyah",
  ];
  for (const text of typed) {
    for (const { person } of outsiders) person.sends(text);
    await atRest();
  }
  for (const outsider of outsiders) {
    const words = heard(outsider).replaceAll(/Mak Iyah|\/kasus Iyah/g, "");
    expect(
      wordsOfCase.filter((secret) => words.includes(secret)),
      outsider.who,
    ).toEqual([]);
  }
  expect(await kept()).toEqual(before);
});
