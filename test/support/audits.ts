import { currentInstrument } from "../../src/practice/standards/instrument.js";
import type { Work } from "../../src/records/people/work.js";
import {
  beginAudit,
  chooseState,
  finishAudit,
  readAudit,
  writePart,
} from "../../src/records/standards/audits.js";
import { auditEvidence, keepEvidence } from "../../src/records/standards/evidence.js";
import { writeImprovement } from "../../src/records/standards/improvements.js";

/**
 * Audits of the institution of whoever acts: one that is finished, with an improvement it wants, and one that is open,
 * with a file of an album.
 */
export async function auditsOf(work: Work, albumId = "a") {
  const finishedId = await beginAudit(work, "lks-accreditation");
  for (const { key } of currentInstrument("lks-accreditation").components) {
    await chooseState(work, finishedId, key, key === "lks-people" ? "not" : "met");
  }
  await writePart(work, finishedId, "lks-people", "missing", "x");
  await writePart(work, finishedId, "lks-people", "dueOn", "2027-02-01");
  const plannedId = (await readAudit(work, finishedId)).findings.get("lks-people")?.id ?? "";
  await finishAudit(work, finishedId);
  await writeImprovement(work, plannedId, "x");
  const openId = await beginAudit(work, "public-service");
  await chooseState(work, openId, "cost", "met");
  const openFindingId = (await readAudit(work, openId)).findings.get("cost")?.id ?? "";
  const file = { kind: "photo", fileId: "f", mime: null, size: null, name: null, caption: null } as const;
  await keepEvidence(work, openFindingId, { ...file, albumId });
  const [evidence] = await auditEvidence(work, openId);
  return { finishedId, plannedId, openId, openFindingId, evidenceId: evidence?.id ?? "" };
}
