/** Every kind of deadline, opened by whose it is, by whoever else may read the case, and by the admin. */
import { beforeAll, describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import {
  type DeadlineKey,
  deadlineKeys,
  deadlineRule,
  endsByHandover,
} from "../../src/practice/deadlines.js";
import { beginDataRequest } from "../../src/records/dataRights/dataRequests.js";
import { askConsultation } from "../../src/records/questions/consultations.js";
import { beginOwnEntry } from "../../src/records/questions/ownEntries.js";
import { createTexts } from "../../src/texts.js";
import { auditsOf } from "../support/audits.js";
import { begun, sent } from "../support/records.js";
import type { Staff } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const texts = createTexts("locales");

const { app, staff, ratna } = await staffedApp();

let caseId: string;
/** A deadline of each kind, by its key. */
const ids = new Map<DeadlineKey, string>();

/** What an admin answers for. */
const ofAdmins: readonly DeadlineKey[] = [
  "local-numbers",
  "standard-improvement",
  "accreditation-renewal",
  "entry-review",
];

/** Whose each kind is. */
const ownerOf = (key: DeadlineKey): keyof Staff => {
  if (ofAdmins.includes(key)) return "admin";
  return deadlineRule(key).step === "approve" || key === "consultation" || key === "supervision-next"
    ? "supervisor"
    : "worker";
};
/** What is about no case is nobody else's to see. */
const isPersonal = (key: DeadlineKey) =>
  ofAdmins.includes(key) || key === "str-renewal" || key === "consultation";

beforeAll(async () => {
  const { records } = app;
  ({ caseId } = await begun(records, ratna));
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  const plan = await sent(records, ratna, caseId, "plan", story.plan);
  const [{ organizationId } = { organizationId: "" }] = await app.rows<{ organizationId: string }>(
    `SELECT "organizationId" FROM "Case" WHERE "id" = $1`,
    [caseId],
  );
  for (const [index, key] of deadlineKeys.entries()) {
    const { step, statutory } = deadlineRule(key);
    const id = `deadline${String(index).padStart(8, "0")}`;
    await app.rows(
      `INSERT INTO "Deadline" ("id", "organizationId", "caseId", "memberId", "key", "anchor", "statutory", "step",
         "roundId", "startsAt", "dueAt")
       VALUES ($1, $2, $3, $4, $5, 'planted', $6, $7, $8, '2026-11-24T03:00Z', '2026-11-27T03:00Z')`,
      [
        id,
        organizationId,
        isPersonal(key) ? null : caseId,
        await app.memberOf(staff[ownerOf(key)]),
        app.records.storedKind(key),
        statutory,
        key === "draft-idle" ? "plan" : step,
        key === "draft-idle" || key === "approval" ? plan : null,
      ],
    );
    ids.set(key, id);
  }
  // A proof is wanted of what was handed over.
  const handed = ids.get("child-victim-report") ?? "";
  await app.rows(`UPDATE "Deadline" SET "anchor" = $1 WHERE "key" = 'handover-proof'`, [handed]);
  // Something is asked for of the data.
  for (const [key, kind] of [
    ["data-subject-request", "access"],
    ["erasure-request", "erasure"],
  ] as const) {
    const requestId = await records.as(ratna, (work) => beginDataRequest(work, caseId, kind));
    await app.rows(`DELETE FROM "Deadline" WHERE "anchor" = $1`, [requestId]);
    await app.rows(`UPDATE "Deadline" SET "anchor" = $1 WHERE "id" = $2`, [requestId, ids.get(key) ?? ""]);
  }
  // Something is to be improved.
  await records.as(await app.memberOf(staff.admin), async (work) => {
    const { plannedId } = await auditsOf(work);
    const tx = await work.tx();
    const key = records.storedKind("standard-improvement");
    await tx.deadline.deleteMany({ where: { key, anchor: plannedId } });
    await tx.deadline.updateMany({ where: { key }, data: { anchor: plannedId } });
  });
  // An entry of the institution's own is to be looked at.
  await records.as(await app.memberOf(staff.admin), async (work) => {
    const content = { questions: ["Apa itu SOP?"], answer: "Tata cara.", steps: [], source: "" };
    const entryId = await beginOwnEntry(work, { kind: "new" }, content);
    const tx = await work.tx();
    const key = records.storedKind("entry-review");
    await tx.deadline.updateMany({ where: { key }, data: { anchor: entryId } });
  });
  // A question is asked.
  await records.as(ratna, async (work) => {
    const { consultation } = await askConsultation(work, { question: "Bolehkah?", caseId: null });
    const tx = await work.tx();
    const key = records.storedKind("consultation");
    await tx.deadline.deleteMany({ where: { key, anchor: consultation.id } });
    await tx.deadline.updateMany({ where: { key }, data: { anchor: consultation.id } });
  });
});

/** The faces of all buttons by which its owner deals with a kind. */
function ownersFaces(key: DeadlineKey): string[] {
  return [
    texts.plain("id", `deadline-${key}.open`),
    ...(endsByHandover(key) ? [texts.plain("id", `deadline-${key}.done`)] : []),
    texts.plain("id", "button-in-hand"),
  ];
}

/** Opens a task from any message, and returns what the bot showed, or the alert. */
async function opens(person: Person, key: DeadlineKey, straight: boolean): Promise<string> {
  person.looksAway();
  person.sends("/mulai");
  await person.sees("Apa yang ingin Anda lakukan");
  const before = person.lastMessage()?.message_id ?? 0;
  const menu = person.seen();
  const data = (straight ? callbacks.enterDue : callbacks.openDue)({ deadlineId: ids.get(key) ?? "" });
  const { text } = await person.pressesData(data, before).answer();
  if (text !== undefined) return text;
  // An edit of an older message, or of the menu, may come in between.
  let shown: number;
  do shown = (await person.sees(/./)).message_id;
  while (shown < before || person.seen() === menu);
  return person.seen();
}

/** In which form the person stands now. */
async function formOf(person: Person): Promise<string | null> {
  const [row] = await app.rows<{ roundId: string | null }>(
    `SELECT "roundId" FROM "Dialogue" WHERE "chatId" = $1`,
    [person.id],
  );
  return row?.roundId ?? null;
}

const others: readonly (keyof Staff)[] = ["worker", "supervisor", "admin"];

describe.each(deadlineKeys)("%s", (key) => {
  test.each(others.filter((who) => who !== ownerOf(key)))(
    "opened by the %s, whose it is not: no step of its owner's, in their own words",
    async (who) => {
      for (const straight of [false, true]) {
        const shown = await opens(staff[who], key, straight);
        if (who === "admin" || isPersonal(key)) {
          expect(shown).toContain("tidak ditemukan");
          continue;
        }
        for (const face of ownersFaces(key)) expect(shown).not.toContain(`[${face}`);
        // Nobody is offered to remind themselves, nor put into the worker's question.
        if (who === "supervisor") {
          expect(shown).not.toContain("Ingatkan Pak Dedi");
          expect(await formOf(staff[who])).toBe(null);
        }
        if (!deadlineRule(key).statutory) continue;
        expect(shown).toContain("Yang mengerjakan: Bu Ratna.");
        expect(shown).toContain("[📂 Ke kasus]");
      }
    },
  );

  test("opened by whose it is: what there is to do", async () => {
    const shown = await opens(staff[ownerOf(key)], key, false);
    expect(shown).not.toContain("Yang mengerjakan:");
    if (ownerOf(key) === "supervisor") expect(shown).not.toContain("Ingatkan Pak Dedi");
    expect(shown).not.toContain("tidak ditemukan");
    if (deadlineRule(key).statutory) expect(shown).toContain("[🛠 Sedang saya urus]");
  });
});
