/** What a client asks for of their data, carried out from its card: each right with its act, its proof, or its refusal. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { DataRequestKind } from "../../src/practice/dataRequests.js";
import { draftsOf } from "../../src/records/case/caseLists.js";
import { enterForm } from "../../src/records/case/cases.js";
import { closeCase } from "../../src/records/case/closing.js";
import { noteDanger } from "../../src/records/danger/dangers.js";
import { beginDataRequest } from "../../src/records/dataRights/dataRequests.js";
import { restrictCase } from "../../src/records/dataRights/restricting.js";
import { CaseRestricted } from "../../src/records/people/actor.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { begun, fillRound, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();
const { worker, supervisor, admin } = staff;

type Asked = {
  readonly caseId: string;
  readonly code: string;
  readonly roundId: string;
  readonly requestId: string;
};

/** A case whose client has asked for something. */
async function asked(kind: DataRequestKind, words = "Kata klien."): Promise<Asked> {
  const { caseId, code } = await begun(app.records, ratna);
  const roundId = await sent(app.records, ratna, caseId, "approach", story.approach);
  const requestId = await app.records.as(ratna, (work) => beginDataRequest(work, caseId, kind, words));
  return { caseId, code, roundId, requestId };
}

/** Whether the clock of a request runs, and what the register says of it. */
async function standing({ requestId }: Asked): Promise<string> {
  const [clock] = await app.rows<{ done: boolean }>(
    `SELECT "doneAt" IS NOT NULL AS "done" FROM "Deadline" WHERE "anchor" = $1`,
    [requestId],
  );
  const [row] = await app.rows<{ ended: boolean; told: boolean }>(
    `SELECT "endedAt" IS NOT NULL AS "ended", "notifiedAt" IS NOT NULL AS "told" FROM "DataRequest" WHERE "id" = $1`,
    [requestId],
  );
  const clockText = clock === undefined ? "gone" : clock.done ? "stopped" : "runs";
  return `${clockText}, ${row?.ended ? "ended" : "open"}${row?.told ? ", told" : ""}`;
}

const opens = (person: typeof worker, { requestId }: Asked) =>
  goes(person, callbacks.openDataRequest({ requestId }));

test("a copy: a PDF and JSON to be handed over, and only then the clock can end, with how", async () => {
  const one = await asked("access", "Saya mau lihat catatan saya.");
  opens(worker, one);
  const { text: card = "" } = await worker.sees("salinan data");
  expect(card).toContain("Saya mau lihat catatan saya.");
  expect(card).toContain("UU 27/2022 Pasal 32, paling lambat 3 × 24 jam");
  expect(worker.seen()).not.toContain("Sudah diserahkan");
  expect(worker.seen()).not.toContain("Sudah dipenuhi");
  worker.presses("📄 Buat salinan");
  await worker.sees("Salinan sedang dibuat");
  const documents = () =>
    [...worker.conversation.messages.values()].flatMap(({ document }) => document?.file_name ?? []);
  await expect
    .poll(() => documents().sort(), { timeout: 30_000 })
    .toEqual([`${one.code} Salinan data (JSON).json`, `${one.code} Salinan data pribadi.pdf`]);
  opens(worker, one);
  await worker.sees("Salinan sudah dibuat.");
  worker.presses("📤 Sudah diserahkan");
  await worker.sees("Bagaimana salinan itu sampai");
  worker.presses("dicetak dan diserahkan");
  await worker.sees("Diserahkan kepada siapa");
  worker.sends("Kepada klien, tanda terima ditandatangani.");
  await worker.sees("Salinan sampai kepada klien: dicetak dan diserahkan.");
  expect(worker.seen()).toContain("tanda terima ditandatangani");
  expect(await standing(one)).toBe("stopped, ended");
  worker.presses("📣 Klien sudah diberi tahu");
  await worker.sees("Klien diberi tahu, dicatat");
  expect(await standing(one)).toBe("stopped, ended, told");
  goes(worker, callbacks.caseHistory({ caseId: one.caseId, only: "clocks", page: 0 }));
  const { text: history = "" } = await worker.sees("klien meminta salinan data");
  expect(history).toContain("permintaan klien selesai (salinan data): Salinan sampai kepada klien");
});

test("recorded from the card of its case, by its worker or their supervisor, also while it is only read", async () => {
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("Berikutnya:");
  worker.presses("Langkah lain");
  await worker.sees("🔏 Klien meminta datanya");
  worker.presses("🔏 Klien meminta datanya");
  await worker.sees("Apa yang diminta klien?");
  worker.presses("Batal");
  await worker.sees("Berikutnya:");
  goes(worker, callbacks.dataRequestOf({ caseId }));
  await worker.sees("Apa yang diminta klien?");
  worker.presses("Membatasi pemakaian datanya");
  await worker.sees("Apa persisnya yang diminta?");
  worker.sends("Jangan dipakai dulu.");
  await worker.sees("Permintaan dicatat.");
  worker.presses("🔒 Batasi kasus ini");
  await worker.sees("Mengapa kasus ini dibatasi");
  worker.sends("Diminta klien.");
  await worker.sees("Pemakaian data dibatasi");
  goes(supervisor, callbacks.openCase({ caseId }));
  const { text: card = "" } = await supervisor.sees("🔒 Hanya bisa dibaca sejak");
  expect(card).not.toContain("Berikutnya:");
  supervisor.presses("🔏 Klien meminta datanya");
  await supervisor.sees("Apa yang diminta klien?");
  supervisor.presses("Memperbaiki datanya");
  await supervisor.sees("Apa persisnya yang diminta?");
  supervisor.sends("Desa saya salah.");
  await supervisor.sees("Permintaan dicatat.");
  expect(supervisor.seen()).toContain("Supervisor bisa mencabutnya dari kartu kasus");
  expect(supervisor.seen()).not.toContain("Buka formulirnya");
});

test("a correction: opens the form for it, and ends once an answer was changed", async () => {
  const one = await asked("correction", "Desa saya salah.");
  opens(worker, one);
  await worker.sees("Permintaan ini selesai setelah ada jawaban yang diubah");
  worker.presses("✏️ Perbaiki jawaban");
  await worker.sees("Jawaban di formulir mana");
  worker.presses(/Pendekatan awal 1/);
  await worker.sees("Kesepakatan lain");
  await app.records.as(ratna, async (work) => {
    const round = await app.records.rounds.open(work, one.roundId);
    const seen = round.revisions.get("village")?.number ?? 0;
    await app.records.rounds.answer(work, round, "village", "Sukamaju", seen);
  });
  opens(worker, one);
  await worker.sees("1 jawaban sudah diubah sejak diminta");
  worker.presses("📣 Sudah diperbaiki dan disampaikan");
  await worker.sees("Apa yang diperbaiki");
  worker.sends("Nama desa, disampaikan lewat telepon.");
  await worker.sees("1 jawaban diperbaiki atas permintaan klien.");
  expect(await standing(one)).toBe("stopped, ended");
  goes(worker, callbacks.openCorrection({ roundId: one.roundId }));
  await worker.sees("Permintaan klien (UU 27/2022 Pasal 6): Desa saya salah.");
});

test("a restriction: the case is only read, a danger is heard all the same, and the supervisor lifts it", async () => {
  const one = await asked("restriction");
  opens(worker, one);
  await worker.sees("Batasi kasus ini");
  worker.presses("🔒 Batasi kasus ini");
  await worker.sees("Mengapa kasus ini dibatasi");
  worker.sends("Klien ingin datanya diperiksa dulu.");
  await worker.sees("Pemakaian data dibatasi, kasus hanya bisa dibaca.");
  expect(await standing(one)).toBe("stopped, ended");
  goes(worker, callbacks.openCase({ caseId: one.caseId }));
  await worker.sees("🔒 Hanya bisa dibaca sejak");
  expect(worker.seen()).not.toMatch(/▶️|📎|Tutup kasus|Cabut pembatasan/);
  for (const act of [
    (memberId: string) => app.records.as(memberId, (work) => enterForm(work, one.caseId, "assessment")),
    (memberId: string) => app.records.as(memberId, (work) => closeCase(work, one.caseId, "moved", "x")),
  ]) {
    for (const memberId of [ratna, dedi]) await expect(act(memberId)).rejects.toThrow(CaseRestricted);
  }
  const refusal = goes(worker, callbacks.enterForm({ caseId: one.caseId, form: "assessment" }));
  expect((await refusal.answer()).text).toContain("klien meminta pemakaian datanya dibatasi");
  await app.records.as(ratna, (work) =>
    noteDanger(work, {
      caseId: one.caseId,
      organizationId: work.actor?.organizationId ?? "",
      notedById: ratna,
      whom: "client",
      kinds: ["medical"],
      source: "button",
      raised: false,
    }),
  );
  goes(supervisor, callbacks.openCase({ caseId: one.caseId }));
  await supervisor.sees("🔒 Hanya bisa dibaca sejak");
  supervisor.presses("🔓 Cabut pembatasan");
  await supervisor.sees("Mengapa pembatasan ini dicabut?");
  supervisor.sends("Klien sudah setuju.");
  await supervisor.sees(`Pembatasan ${one.code} dicabut.`);
  await app.records.as(ratna, (work) => enterForm(work, one.caseId, "assessment"));
});

test("a question that was open when its case was restricted takes no answer, and says why", async () => {
  const { caseId, code, requestId } = await asked("restriction");
  const drafts = async () => (await app.records.as(ratna, draftsOf)).map((draft) => draft.code);
  const entered = await app.records.as(ratna, (work) => enterForm(work, caseId, "assessment"));
  if (entered.kind === "closed") throw new Error("the assessment is closed");
  await fillRound(app.records, ratna, entered.roundId, story.until(story.assessment, "physical"));
  expect(await drafts()).toContain(code);
  goes(worker, callbacks.enterForm({ caseId, form: "assessment" }));
  await worker.sees("Asesmen · ");
  await app.records.as(dedi, (work) => restrictCase(work, requestId, "Diminta klien."));
  worker.sends("Kurus.");
  await worker.sees("Kasus ini hanya bisa dibaca: klien meminta pemakaian datanya dibatasi");
  expect(await drafts()).not.toContain(code);
});

test("a withdrawal: ends when another legal ground is named", async () => {
  const { caseId } = await begun(app.records, ratna);
  await sent(app.records, ratna, caseId, "approach", story.approach);
  goes(worker, callbacks.clientWithdraws({ caseId }));
  await worker.sees("Kapan klien di");
  worker.presses("Hari ini");
  await worker.sees("Bagaimana");
  worker.sends("Lewat telepon.");
  await worker.sees("Sisa waktu");
  const [row] = await app.rows<{ id: string }>(`SELECT "id" FROM "DataRequest" WHERE "caseId" = $1`, [
    caseId,
  ]);
  const one = { caseId, code: "", roundId: "", requestId: row?.id ?? "" };
  opens(supervisor, one);
  await supervisor.sees("Kasus berhenti sampai supervisor");
  supervisor.presses("📜 Tetapkan dasar hukum");
  await supervisor.sees("d. Kepentingan vital");
  supervisor.presses("d. kepentingan vital");
  await supervisor.sees("Mengapa dasar ini berlaku");
  supervisor.sends("Klien dirawat.");
  await supervisor.sees("dapat dilanjutkan");
  expect(await standing(one)).toBe("stopped, ended");
  opens(worker, one);
  await worker.sees("Dasar hukum lain ditetapkan, kasus dilanjutkan.");
});

test("a refusal: by the supervisor, on a ground the law has for it", async () => {
  const one = await asked("correction");
  opens(worker, one);
  await worker.sees("perbaikan data");
  expect(worker.seen()).not.toContain("Tolak");
  opens(supervisor, one);
  await supervisor.sees("perbaikan data");
  supervisor.presses("⛔ Tolak dengan dasar hukum");
  await supervisor.sees("Dasar mana yang berlaku?");
  expect(supervisor.seen()).not.toContain("terikat perjanjian");
  supervisor.presses("membuka data orang lain (Pasal 33 huruf b)");
  await supervisor.sees("Mengapa dasar itu berlaku");
  supervisor.sends("Yang diminta memuat nama pelapor.");
  await supervisor.sees("Ditolak: membuka data orang lain (UU 27/2022 Pasal 33 huruf b).");
  expect(await standing(one)).toBe("stopped, ended");
});

test("an erasure: held for a court, asked for twice, agreed to twice by another, and the client's letter", async () => {
  const one = await asked("erasure", "Hapus semua tentang saya.");
  opens(supervisor, one);
  await supervisor.sees("3 hari adalah patokan bot");
  supervisor.presses("⚖️ Tahan untuk proses hukum");
  await supervisor.sees("Siapa yang membutuhkan data ini");
  supervisor.sends("Penyidik Polres, B/12.");
  await supervisor.sees("ditahan dari pemusnahan");
  opens(supervisor, one);
  await supervisor.sees("ditahan untuk proses hukum");
  supervisor.presses("🗑 Minta pemusnahan");
  await supervisor.sees("Belum bisa dimusnahkan");
  goes(supervisor, callbacks.openCase({ caseId: one.caseId }));
  await supervisor.sees("⚖️ Ditahan dari pemusnahan sejak");
  supervisor.presses("⚖️ Cabut penahanan");
  await supervisor.sees("Mengapa penahanan");
  supervisor.sends("Perkara selesai.");
  await supervisor.sees("dicabut");
  opens(supervisor, one);
  await supervisor.sees("Supervisor meminta pemusnahan");
  supervisor.presses("🗑 Minta pemusnahan");
  await supervisor.sees("tidak bisa dibatalkan");
  supervisor.presses("🗑 Ya, minta admin memusnahkan");
  await supervisor.sees("Admin harus menyetujuinya.");
  await admin.sees(`${one.code}: Pak Dedi meminta persetujuan Anda`);
  expect(admin.seen()).not.toContain("Hapus semua");
  admin.presses("📄 Buka");
  await admin.sees(`Pemusnahan ${one.code}`);
  admin.presses("↩️ Kembalikan ke supervisor");
  await admin.sees("🔏 Hak klien");
  await supervisor.sees("mengembalikannya kepada Anda");
  goes(supervisor, callbacks.askErasureSurely({ requestId: one.requestId }));
  await admin.sees(`${one.code}: Pak Dedi meminta persetujuan Anda`);
  // What the register shows, too, as long as it waits.
  goes(admin, callbacks.register({ which: "requests", page: 0 }));
  await admin.sees("Permintaan klien atas datanya");
  admin.presses(`🗑 Musnahkan · ${one.code}`);
  await admin.sees(`Pemusnahan ${one.code}`);
  admin.presses("🗑 Musnahkan");
  await admin.sees("sekarang?");
  admin.presses("🗑 Ya, musnahkan sekarang");
  await admin.sees(`Isi ${one.code} dimusnahkan`);
  expect(await standing(one)).toBe("gone, ended");
  const texts = () => [...supervisor.conversation.messages.values()].map(({ text = "" }) => text).join();
  await expect.poll(texts).not.toContain("Ditahan dari pemusnahan sejak");
  await supervisor.sees(`${one.code} sudah dimusnahkan`);
  supervisor.presses("✉️ Surat pemberitahuan");
  await supervisor.sees("pemberitahuan pemusnahan data pribadi");
  opens(supervisor, one);
  const { text: card = "" } = await supervisor.sees("Seluruh isi kasus dimusnahkan");
  expect(card).not.toContain("Hapus semua tentang saya");
  supervisor.presses("📣 Klien sudah diberi tahu");
  await supervisor.sees("Klien diberi tahu, dicatat");
  goes(worker, callbacks.openCase({ caseId: one.caseId }));
  await worker.sees("Data kasus dimusnahkan");
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
