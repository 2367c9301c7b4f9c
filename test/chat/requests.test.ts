/** A closing or reopening that waits: its clock, and the worker who takes it back before anybody decided on it. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { agreeToRequest, closeCase, reopenCase } from "../../src/records/case/closing.js";
import { opening } from "../support/app.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, courseIn, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

let elapsed = 0;
/** Goes on to a local moment. */
async function on(local: string): Promise<void> {
  const at = new Date(`${local.replace(" ", "T")}:00+07:00`).getTime() - opening.getTime();
  await app.forward(at - elapsed);
  elapsed = at;
}

type Asked = { readonly caseId: string; readonly code: string; readonly askedAt: Date };

/** A case whose closing its worker has requested. */
async function closingAsked(memberId = ratna): Promise<Asked> {
  const { caseId, code } = await begun(app.records, memberId);
  await sent(app.records, memberId, caseId, "approach", story.approach);
  return { caseId, code, askedAt: await asks(caseId, memberId) };
}

async function asks(caseId: string, memberId = ratna): Promise<Date> {
  const { request } = await app.records.as(memberId, (work) => closeCase(work, caseId, "moved", "Pindah."));
  return request?.at ?? new Date(0);
}

async function courseOf(caseId: string): Promise<string[]> {
  return (await courseIn(app.records, ratna, caseId)).map(({ kind }) => kind);
}

/** How the clock of each request of a case stands, in the order in which they were made. */
async function clocks(caseId: string): Promise<string[]> {
  const rows = await app.rows<{ memberId: string; done: boolean; cancelled: boolean }>(
    `SELECT "memberId", "doneAt" IS NOT NULL AS done, "cancelledAt" IS NOT NULL AS cancelled
     FROM "Deadline" WHERE "caseId" = $1 AND "key" = 'request-decision' ORDER BY "anchor"`,
    [caseId],
  );
  return rows.map(({ memberId, done, cancelled }) => {
    const whose = memberId === dedi ? "supervisor" : "worker";
    return `${whose}: ${done ? "done" : cancelled ? "fallen" : "open"}`;
  });
}

test("is taken back from the card: the case goes on, the supervisor hears, and their card decides on nothing", async () => {
  const { worker, supervisor } = staff;
  const { caseId, code } = await closingAsked();
  goes(supervisor, callbacks.openRequest({ caseId }));
  await supervisor.sees(`Penutupan ${code} menunggu Anda`);
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("menunggu Pak Dedi");
  expect(worker.seen()).not.toContain("Tutup kasus");
  worker.presses("↩️ Tarik kembali");
  await worker.sees(`Permintaan penutupan ${code} ditarik kembali. Kasusnya tetap terbuka.`);
  await worker.sees("Berikutnya: asesmen");
  expect(worker.seen()).toContain("Tutup kasus");
  const late = supervisor.presses("✅ Setujui");
  expect((await late.answer()).text).toBe(
    "Bu Ratna menarik kembali permintaan ini. Tidak ada yang perlu diputuskan.",
  );
  await supervisor.sees(`Bu Ratna menarik kembali permintaan penutupan ${code}`);
  expect(await courseOf(caseId)).toEqual(["closing-asked", "request-withdrawn"]);
  expect(await clocks(caseId)).toEqual(["supervisor: fallen"]);
  const audited = await app.rows(
    `SELECT "memberId" FROM "AuditEvent" WHERE "subjectId" = $1 AND "action" = 'case.turned' AND "detail" = '{"turn":2}'`,
    [caseId],
  );
  expect(audited).toEqual([{ memberId: ratna }]);
  worker.presses("🗂 Riwayat");
  await worker.sees(/24 November 2026\n\d\d\.\d\d Bu Ratna · permintaan ditarik kembali/);
});

test("made anew: the card of the first one decides on nothing, and the new one is shown", async () => {
  const { worker, supervisor } = staff;
  const { caseId, code, askedAt } = await closingAsked();
  goes(supervisor, callbacks.openRequest({ caseId }));
  await supervisor.sees(`Penutupan ${code} menunggu Anda`);
  goes(worker, callbacks.withdrawRequest({ caseId, askedAt }));
  await worker.sees("ditarik kembali");
  await supervisor.sees("menarik kembali");
  await app.forward(1_000);
  elapsed += 1_000;
  await asks(caseId);
  for (const data of [
    callbacks.agreeToRequest({ caseId, askedAt }),
    callbacks.refuseRequest({ caseId, askedAt }),
  ]) {
    const late = goes(supervisor, data);
    expect((await late.answer()).text).toContain("Bu Ratna mengajukan permintaan baru");
    await supervisor.sees(`Penutupan ${code} menunggu Anda`);
  }
  supervisor.presses("✅ Setujui");
  await supervisor.sees(`Kasus ${code} ditutup: Klien pindah.`);
  expect(await clocks(caseId)).toEqual(["supervisor: fallen", "supervisor: done"]);
});

test("a reopening likewise: the case stays closed", async () => {
  const { worker, supervisor } = staff;
  const { caseId, code, askedAt } = await closingAsked();
  await app.records.as(dedi, (work) => agreeToRequest(work, caseId, askedAt.getTime()));
  await app.records.as(ratna, (work) => reopenCase(work, caseId, "Kembali."));
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("Pembukaan kembali menunggu Pak Dedi.");
  worker.presses("↩️ Tarik kembali");
  await worker.sees(`Permintaan membuka lagi ${code} ditarik kembali. Kasusnya tetap ditutup.`);
  await supervisor.sees(`menarik kembali permintaan membuka lagi ${code}`);
  expect(await clocks(caseId)).toEqual(["supervisor: done", "supervisor: fallen"]);
});

test("taken back and agreed to at once: one wins, the other is told", async () => {
  const { worker, supervisor } = staff;
  const { caseId, askedAt } = await closingAsked();
  const back = goes(worker, callbacks.withdrawRequest({ caseId, askedAt }));
  const yes = goes(supervisor, callbacks.agreeToRequest({ caseId, askedAt }));
  const [mine, theirs] = [await back.answer(), await yes.answer()];
  const course = await courseOf(caseId);
  expect(course).toHaveLength(2);
  if (course[1] === "closed") expect(String(mine.text)).toContain("tidak ada yang saya ubah");
  else expect(String(theirs.text)).toContain("menarik kembali permintaan ini");
});

test("nobody but its worker takes it back", async () => {
  const { supervisor, admin } = staff;
  const { caseId, askedAt } = await closingAsked();
  for (const person of [supervisor, admin]) {
    const press = goes(person, callbacks.withdrawRequest({ caseId, askedAt }));
    expect((await press.answer()).text).toContain("tidak ditemukan");
  }
  expect(await courseOf(caseId)).toEqual(["closing-asked"]);
});

test("its clock reminds the supervisor, whose button opens the decision; late, the admin hears too", async () => {
  const { supervisor, admin } = staff;
  const { caseId, code } = await closingAsked();
  expect(await clocks(caseId)).toEqual(["supervisor: open"]);
  for (const person of [supervisor, admin]) person.looksAway();
  await on("2026-11-27 07:31");
  const { text = "" } = await supervisor.sees("Selamat pagi, Pak Dedi.");
  expect(text).toContain(`${code} · keputusan atas permintaan penutupan atau pembukaan kembali`);
  supervisor.presses(`✍️ Buka permintaan · ${code}`);
  await supervisor.sees(`Penutupan ${code} menunggu Anda`);
  await on("2026-11-30 07:31");
  const { text: late = "" } = await admin.sees("Pak Dedi");
  expect(late).toContain("keputusan atas permintaan penutupan atau pembukaan kembali");
});

test("where nobody supervises, the worker hears that it waits, and the case says for whom", async () => {
  const { admin } = staff;
  const tono = await joins(app, admin, "Pak Tono", ["pekerja sosial"]);
  const { caseId, code } = await closingAsked(await app.memberOf(tono));
  expect(await clocks(caseId)).toEqual(["worker: open"]);
  tono.looksAway();
  tono.sends("/tugas");
  await tono.sees(`${code} · keputusan atas permintaan penutupan atau pembukaan kembali`);
  tono.presses(`✍️ Buka permintaan · ${code}`);
  await tono.sees("menunggu admin lembaga");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
