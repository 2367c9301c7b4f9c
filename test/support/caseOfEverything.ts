import { keepNote } from "../../src/records/case/notes.js";
import { layBy } from "../../src/records/case/unfiled.js";
import { beginDataRequest } from "../../src/records/dataRights/dataRequests.js";
import { keepPermit } from "../../src/records/due/permits.js";
import { orderPaper } from "../../src/records/papers/papers.js";
import type { Work } from "../../src/records/people/work.js";
import { askConsultation } from "../../src/records/questions/consultations.js";
import { beginDilemma } from "../../src/records/questions/dilemmas.js";
import type { TestApp } from "./app.js";
import { agreed, begun, filled, sent } from "./records.js";
import * as story from "./story.js";

/** Ids of what a case and its worker have, by what an argument of a button calls them. */
export type IdsOfCase = Readonly<
  Record<
    | "caseId"
    | "roundId"
    | "noteId"
    | "unfiledId"
    | "dilemmaId"
    | "consultationId"
    | "permitId"
    | "requestId"
    | "deadlineId",
    string
  >
>;

/** Words that stand in such a case, or in what its worker wrote, and nowhere else. */
export const wordsOfCase = [
  "Iyah",
  "Cibeber",
  "Rahasia catatan",
  "Rahasia dilema",
  "Rahasia tanya",
  "Rahasia lepas",
  "Rahasia permintaan",
  "Rahasia usul",
  "STR-9",
];

/** A case in the middle of its intervention, with one of everything that a button may name. */
export async function caseOfEverything(
  { records, rows }: Pick<TestApp, "records" | "rows">,
  workerId: string,
  supervisorId: string,
): Promise<IdsOfCase> {
  const { caseId } = await begun(records, workerId);
  await sent(records, workerId, caseId, "approach", story.approach);
  await sent(records, workerId, caseId, "assessment", story.assessment);
  await agreed(records, supervisorId, await sent(records, workerId, caseId, "plan", story.plan));
  const roundId = await filled(records, workerId, caseId, "session", story.session);
  const asWorker = <T>(act: (work: Work) => Promise<T>) => records.as(workerId, act);
  const kept = { words: "Rahasia catatan", place: null, sentAt: new Date("2026-11-24T03:00:00Z") };
  const { noteId } = await asWorker((work) => keepNote(work, caseId, { ...kept, files: [] }));
  const laid = { words: "Rahasia lepas", place: null, file: null, sentAt: kept.sentAt, messageId: 1 };
  const unfiledId = await asWorker((work) => layBy(work, laid));
  const dilemmaId = await asWorker((work) => beginDilemma(work, "Rahasia dilema"));
  const asked = { question: "Rahasia tanya", caseId, dilemmaId };
  const { consultation } = await asWorker((work) => askConsultation(work, asked));
  const str = { kind: "str", number: "STR-9", issuedOn: null, expiresOn: "2027-12-01" } as const;
  await asWorker((work) => keepPermit(work, str));
  const requestId = await asWorker((work) => beginDataRequest(work, caseId, "erasure", "Rahasia permintaan"));
  const only = async (table: string, column: string, value: string) => {
    const where = `"${column}" = $1 ORDER BY "id" LIMIT 1`;
    const [row] = await rows<{ id: string }>(`SELECT "id" FROM "${table}" WHERE ${where}`, [value]);
    return row?.id ?? "";
  };
  return {
    caseId,
    roundId,
    noteId,
    unfiledId,
    dilemmaId,
    consultationId: consultation.id,
    requestId,
    permitId: await only("Permit", "memberId", workerId),
    deadlineId: await only("Deadline", "caseId", caseId),
  };
}

/** A paper of a round that was ordered by the acting member and is made, without its file. */
export async function paperMade(work: Work, roundId: string): Promise<string> {
  const order = { kind: "referral", code: "x", isDraft: true, letterId: null, chatId: 1 } as const;
  const content = { template: "letter.typ", data: "{}", at: work.now.toISOString() };
  await orderPaper(work, { id: roundId }, { ...order, ...content });
  const tx = await work.tx();
  const { id } = await tx.paper.findFirstOrThrow({ where: { roundId }, orderBy: { createdAt: "desc" } });
  await tx.paper.update({ where: { id }, data: { status: "made", madeAt: work.now, content: null } });
  return id;
}
