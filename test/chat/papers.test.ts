/** Papers come out of the forms: ordered by a press, made beside everything else, sent to who may read the case. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import type { FormId } from "../../src/practice/form.js";
import type { PaperKind } from "../../src/practice/papers.js";
import { goes } from "../support/going.js";
import { readPdf } from "../support/pdf.js";
import { agreed, begun, filled, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const minute = 60_000;

const { app, staff, ratna, dedi } = await staffedApp({
  errors: [/"msg":"a paper could not be made"/],
});
const { worker, supervisor } = staff;

const rounds = new Map<FormId, string>();
let colleague: Person;
beforeAll(async () => {
  colleague = await joins(app, staff.admin, "Pak Anton", ["pekerja sosial"], "Pak Dedi");
  const { caseId } = await begun(app.records, ratna);
  const keeps = async (form: FormId, telling: Parameters<typeof sent>[4]) =>
    rounds.set(form, await sent(app.records, ratna, caseId, form, telling));
  await keeps("approach", story.approach);
  await keeps("assessment", story.assessment);
  await keeps("plan", story.plan);
  await agreed(app.records, dedi, rounds.get("plan") ?? "");
  await keeps("session", story.session);
  await keeps("evaluation", story.evaluation);
  rounds.set("referral", await filled(app.records, ratna, caseId, "referral", story.referral));
  rounds.set("termination", await filled(app.records, ratna, caseId, "termination", story.termination));
});

const roundOf = (form: FormId) => rounds.get(form) ?? "";
const papersIn = (person: Person) =>
  [...person.conversation.messages.values()].filter((message) => message.document !== undefined);

/** Orders a paper of a form; the file that came, and its words. */
async function orders(person: Person, form: FormId, kind: PaperKind) {
  const before = papersIn(person).length;
  const said = await person.pressesData(callbacks.orderPaper({ roundId: roundOf(form), kind })).answer();
  expect(said.text).toContain("Sedang dibuat");
  await expect.poll(() => papersIn(person).length).toBe(before + 1);
  const message = papersIn(person).at(-1);
  const content = app.telegram.file(message?.document?.file_id ?? "")?.content;
  if (message === undefined || !(content instanceof Uint8Array)) throw new Error("no file came");
  const read = await readPdf(Buffer.from(content));
  if (read.kind !== "text") throw new Error(`the paper is ${read.reason}`);
  return { message, text: read.text.replace(/\s+/g, " "), content };
}

test.each<[FormId, PaperKind, boolean, readonly string[]]>([
  ["approach", "consent", false, ["LEMBAR PERSETUJUAN", "Yang saya setujui", "boleh berhenti kapan saja"]],
  ["approach", "contract", false, ["KONTRAK LAYANAN", "Berlaku sampai", "Yang dilakukan klien"]],
  ["assessment", "assessment", true, ["LAPORAN ASESMEN", "Hubungan", "Halaman 1 dari"]],
  ["plan", "plan", true, ["RENCANA INTERVENSI", "Urutan masalah menurut urgensi", "Keadaan yang dicapai"]],
  ["session", "session", true, ["CATATAN PERKEMBANGAN", "Bu Ratna"]],
  ["evaluation", "evaluation", true, ["LAPORAN EVALUASI", "skor T", "Keberfungsian sosial"]],
  ["referral", "referral", false, ["SURAT RUJUKAN", "Alasan rujukan", "Tanda terima", "DRAF"]],
  ["termination", "termination", false, ["BERITA ACARA TERMINASI", "dinyatakan selesai", "DRAF"]],
])("of the form %s comes the paper %s", async (form, kind, isProtected, words) => {
  const { message, text } = await orders(worker, form, kind);
  for (const one of ["LKS HARAPAN KASIH", "RAHASIA · K-2026-0001", ...words]) expect(text).toContain(one);
  expect(message.has_protected_content === true).toBe(isProtected);
  expect(message.caption).toContain("K-2026-0001");
  expect(message.caption).toContain("setelah 1 jam");
  expect(message.document?.file_name).toMatch(/^K-2026-0001 .+\.pdf$/);
  expect(text.includes("DRAF")).toBe(words.includes("DRAF"));
});

test("a referral letter says of the client what was agreed to share, and nothing else", async () => {
  const { text } = await orders(worker, "referral", "referral");
  const answersOf = async (form: FormId) => {
    const round = await app.records.as(ratna, (work) => app.records.rounds.open(work, roundOf(form)));
    return (key: string) => String(round.answers.get(key));
  };
  const [letter, approach] = [await answersOf("referral"), await answersOf("approach")];
  const assessment = await answersOf("assessment");
  expect(letter("shared")).toBe("identity,problem,health");
  for (const told of [approach("name"), approach("problem"), assessment("physical")]) {
    expect(text).toContain(told);
  }
  for (const hidden of [approach("village"), approach("regency"), assessment("economic")]) {
    expect(text).not.toContain(hidden);
  }
});

test("buttons of papers stand below a form, and at the question that asks for the signature", async () => {
  goes(worker, callbacks.readRound({ roundId: roundOf("approach") }));
  await worker.sees("Pendekatan awal");
  for (const button of ["[🖨 Lembar persetujuan]", "[🖨 Kontrak layanan]"]) {
    expect(worker.seen()).toContain(button);
  }
  const { caseId } = await begun(app.records, ratna);
  const upTo = story.until(story.approach, "signedOn");
  const roundId = await filled(app.records, ratna, caseId, "approach", upTo);
  goes(worker, callbacks.goOn({ roundId }));
  await worker.sees("ditandatangani");
  expect(worker.seen()).toContain("[🖨 Kontrak layanan]");
});

test("the supervisor gets it too; a colleague gets nothing, nor a paper the form has not", async () => {
  await orders(supervisor, "plan", "plan");
  for (const [person, form, kind] of [
    [colleague, "plan", "plan"],
    [staff.admin, "plan", "plan"],
    [worker, "plan", "contract"],
  ] as const) {
    const before = papersIn(person).length;
    const said = await person.pressesData(callbacks.orderPaper({ roundId: roundOf(form), kind })).answer();
    expect(said.text ?? "").not.toContain("Sedang dibuat");
    expect(papersIn(person)).toHaveLength(before);
  }
});

test("its words are sealed until it is made, and gone afterwards; the file is sealed; each step is audited", async () => {
  const rows = await app.rows<Record<string, string | null>>(`SELECT * FROM "Paper"`);
  expect(rows.length).toBeGreaterThan(8);
  for (const { status, paper, content, digest } of rows) {
    expect({ status, content }).toEqual({ status: "made", content: null });
    for (const sealed of [paper, digest]) expect(sealed).toMatch(/^v\d\./);
  }
  const actions = await app.rows<{ action: string; count: number }>(
    `SELECT "action", count(*)::int AS "count" FROM "AuditEvent" WHERE "action" LIKE 'paper.%' OR "action" = 'names.seen' GROUP BY 1 ORDER BY 1`,
  );
  expect(actions).toEqual([
    { action: "names.seen", count: rows.length },
    { action: "paper.made", count: rows.length },
    { action: "paper.ordered", count: rows.length },
  ]);
});

test("it is gone from the chat after the time the institution set", async () => {
  expect(papersIn(worker).length).toBeGreaterThan(0);
  await app.forward(61 * minute);
  await expect.poll(() => papersIn(worker).length, { timeout: 30_000 }).toBe(0);
});

test("what cannot be made is tried three times, then who asked is told, with a reference", async () => {
  await app.rows(
    `UPDATE "Paper" SET "status" = 'waiting', "attempts" = 0, "content" = 'x', "notBefore" = 'epoch'
    WHERE "id" = (SELECT "id" FROM "Paper" WHERE "memberId" = $1 LIMIT 1)`,
    [ratna],
  );
  const attempts = `SELECT "attempts" FROM "Paper" WHERE "content" = 'x'`;
  for (const attempt of [1, 2, 3]) {
    if (attempt > 1) await app.forward(61_000);
    if (attempt < 3) await expect.poll(() => app.rows(attempts)).toEqual([{ attempts: attempt }]);
  }
  await worker.sees("tidak berhasil dibuat");
  // It took more than a moment: the chat showed that a file was coming.
  expect(app.telegram.calls.get("sendChatAction")).toBeGreaterThan(0);
  expect(await app.rows(attempts)).toEqual([]);
});

test("for a group its leader signs, by the name that stands in the form, and speaks for the others", async () => {
  const { caseId } = await begun(app.records, ratna);
  const group = story.told("approach", "group", {}, { facts: { hasRequirements: false }, sources: {} });
  rounds.set("approach", await filled(app.records, ratna, caseId, "approach", group));
  for (const kind of ["consent", "contract"] as const) {
    const { text } = await orders(worker, "approach", kind);
    expect(text).toContain("Pengurus atau tokoh yang mewakili");
    expect(text).toContain("Yusuf, ketua kelompok");
    expect(text).not.toContain("Klien atau yang mewakili");
  }
  const { text } = await orders(worker, "approach", "consent");
  expect(text).toContain("Kelompok atau warga yang saya wakili menerima pelayanan sosial");
});
