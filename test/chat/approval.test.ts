/** Approval between people: the card, yes, back with a comment, nobody there to decide, a reminder. */
import { describe, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { draftRemark } from "../../src/records/case/remarks.js";
import { takeBackRound } from "../../src/records/case/takingBack.js";
import { notDrawn } from "../support/drawn.js";
import { goes } from "../support/going.js";
import { agreed, begun, filled, returned, sent } from "../support/records.js";
import { sealedShape } from "../support/sealed.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const hour = 3_600_000;

const { app, staff, ratna, dedi } = await staffedApp();

/** A plan that is filled in and not sent; the worker has its summary before them. */
async function planned(
  workerId: string,
  worker = staff.worker,
): Promise<{ caseId: string; roundId: string }> {
  const { records } = app;
  const { caseId } = await begun(records, workerId);
  await sent(records, workerId, caseId, "approach", story.approach);
  await sent(records, workerId, caseId, "assessment", story.assessment);
  const roundId = await filled(records, workerId, caseId, "plan", story.plan);
  worker.looksAway();
  worker.sends("/lanjut");
  const shown = await worker.sees(/Periksa dulu|Yang mana\?/);
  if (shown.text?.includes("Yang mana?")) {
    worker.pressesData(callbacks.goOn({ roundId }), shown.message_id);
    await worker.sees("Periksa dulu");
  }
  return { caseId, roundId };
}

describe("a plan", () => {
  test("is returned with a comment on a part, mended, and sent again with what changed", async () => {
    const { worker, supervisor } = staff;
    await planned(ratna);
    worker.presses("📨 Kirim");
    await worker.sees("menunggu persetujuan Pak Dedi");
    const notice = await supervisor.sees("Bu Ratna mengirim Rencana intervensi K-2026-");
    expect(notice.text).not.toContain("tujuan");
    supervisor.presses("📄 Buka dan putuskan");
    const card = await supervisor.sees("Rencana intervensi menunggu Anda");
    expect(card.text).toContain("1 tujuan, 1 kegiatan, evaluasi");
    supervisor.presses("↩️ Kembalikan");
    await supervisor.sees("Apa yang perlu diperbaiki?");
    supervisor.presses("Tujuan 1");
    await supervisor.sees("Bagian mana dari Tujuan 1?");
    supervisor.presses("Target");
    await supervisor.sees("Apa yang perlu diperbaiki di bagian Tujuan 1 · Target?");
    supervisor.sends("Targetnya terlalu cepat, beri <b>dua minggu</b> lagi.");
    await supervisor.sees("💬 Tujuan 1 · Target: Targetnya terlalu cepat, beri <b>dua minggu</b> lagi.");
    supervisor.presses("Sistem sumber");
    await supervisor.sees("Apa yang perlu diperbaiki di bagian Sistem sumber?");
    supervisor.sends("Sebutkan kadernya.");
    await supervisor.sees("💬 Sistem sumber: Sebutkan kadernya.");
    supervisor.presses("Umum");
    await supervisor.sees("Apa yang perlu diperbaiki di bagian Umum?");
    supervisor.sends("Sudah bagus, tinggal dua hal.");
    await supervisor.sees("💬 Umum: Sudah bagus");
    supervisor.presses("↩️ Kembalikan dengan 3 catatan");
    await supervisor.sees("dikembalikan kepada Bu Ratna dengan 3 catatan");

    const back = await worker.sees("dikembalikan Pak Dedi");
    expect(back.text).not.toContain("Targetnya");
    worker.presses("✏️ Perbaiki");
    // What is said of the whole comes first, then the first remarked answer with its remark beside it.
    await worker.sees("Perlu diperbaiki: Sudah bagus, tinggal dua hal.");
    const asked = await worker.sees("Jawaban sekarang: Senin, 14 Desember 2026");
    expect(asked.text).toContain("Perlu diperbaiki: Targetnya terlalu cepat, beri <b>dua minggu</b> lagi.");
    await app.forward(hour);
    worker.sends("30 hari lagi");
    // What the client agreed to changes: that is said before, and their word is asked again with what changed.
    await worker.sees(
      "Persetujuan yang sudah diberikan tidak berlaku untuk itu dan ditanyakan lagi: Sikap klien.",
    );
    worker.presses("Ya, ubah");
    await worker.sees("Apakah klien menyetujui rencana ini?");
    expect(worker.seen()).toContain("Target Kamis, 24 Desember 2026");
    expect(worker.seen()).toContain("Tujuan 1 · Target: Senin, 14 Desember 2026 → Kamis, 24 Desember 2026");
    worker.presses("Setuju");
    // Then the next remarked one; whoever has nothing to change goes on to the summary.
    await worker.sees("Perlu diperbaiki: Sebutkan kadernya.");
    worker.presses("➡️ Biarkan");
    const whole = await worker.sees("Perlu diperbaiki, lalu dikirim lagi");
    expect(whole.text).toContain("Catatan Pak Dedi: 3");
    expect(whole.text).toContain("💬 ✓ Targetnya terlalu cepat");
    expect(whole.text).toContain("💬 Sebutkan kadernya.");
    await app.forward(hour);
    worker.presses("📨 Kirim");
    await supervisor.sees("mengirim Rencana intervensi");
    supervisor.presses("📄 Buka dan putuskan");
    await supervisor.sees(
      /– Sistem sumber: Sebutkan kadernya\.[\s\S]*Berubah sejak versi sebelumnya\n• Tujuan 1 · Target: Senin, 14 Desember 2026 → Kamis, 24 Desember 2026/,
    );

    const old = supervisor.pressesData(dataOf(card), card.message_id);
    expect(await old.answer()).toMatchObject({
      text: expect.stringContaining("mengirim ulang formulir ini"),
    });
    await supervisor.sees("Rencana intervensi menunggu Anda");
    expect(await statuses()).toEqual(["submitted"]);

    supervisor.presses("✅ Setujui");
    await worker.sees("disetujui Pak Dedi");
    expect(await statuses()).toEqual(["approved"]);
  });

  test("that waits can be asked after once, and opened", async () => {
    const { worker, supervisor } = staff;
    const { caseId } = await planned(ratna);
    worker.presses("📨 Kirim");
    await worker.sees("menunggu persetujuan Pak Dedi");
    await supervisor.sees("mengirim Rencana intervensi");
    worker.presses("📂 Ke kasus");
    await worker.sees("Rencana intervensi menunggu persetujuan Pak Dedi sejak");
    worker.presses("🔔 Ingatkan Pak Dedi");
    await supervisor.sees("mengirim Rencana intervensi");
    await worker.sees("Pak Dedi sudah diingatkan");
    worker.presses("🔔 Ingatkan Pak Dedi");
    await worker.sees("Baru saja diingatkan");
    worker.presses("🗂 Riwayat");
    await worker.sees("Bu Ratna · mengingatkan supervisor: Rencana intervensi 1 menunggu");
    worker.presses("⬅️ Kembali");
    await worker.sees("Langkah lain");

    worker.presses("Langkah lain");
    await worker.sees("🔒 Catatan sesi");
    worker.presses("🔒 Catatan sesi");
    await worker.sees("Catatan sesi belum terbuka: rencana intervensi menunggu persetujuan Pak Dedi sejak");
    worker.presses("📄 Buka");
    await worker.sees("Menunggu persetujuan.");
    expect(worker.seen()).not.toContain("📨 Kirim");

    supervisor.sends("/mulai");
    await supervisor.sees("Apa yang ingin Anda lakukan");
    supervisor.presses(/Persetujuan/);
    await supervisor.sees("menunggu keputusan Anda");
    supervisor.presses(/^1 · K-2026-\d+/);
    const card = await supervisor.sees("Rencana intervensi menunggu Anda");
    supervisor.presses("✅ Setujui");
    await supervisor.sees("sudah diberi tahu");
    // What was decided cannot be pressed again.
    expect(JSON.stringify(supervisor.conversation.messages.get(card.message_id))).not.toContain("✅ Setujui");
    expect(
      (await app.rows(`SELECT 1 FROM "Case" WHERE "id" = $1 AND "stage" = 'intervention'`, [caseId])).length,
    ).toBe(1);
  });
});

test("several long remarks are shown whole where a page of them replaces the one that was pressed", async () => {
  const { records } = app;
  const { supervisor } = staff;
  const { caseId } = await begun(records, ratna);
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  const roundId = await sent(records, ratna, caseId, "plan", story.plan);
  const parts = [null, "evaluationDate", "goals.0.statement"];
  const texts = parts.map((_, at) => `Awal ${at}. ${"panjang sekali, ".repeat(120)}Akhir ${at}.`);
  await records.as(dedi, async (work) => {
    for (const [at, part] of parts.entries())
      await draftRemark(work, roundId, { part, text: texts[at] ?? "" });
  });
  const [row] = await app.rows<{ sentAt: Date }>(
    `SELECT "submittedAt" AS "sentAt" FROM "Round" WHERE "id" = $1`,
    [roundId],
  );
  const sentAt = row?.sentAt ?? new Date();
  const before = Math.max(...supervisor.conversation.messages.keys());
  goes(supervisor, callbacks.remarkPage({ roundId, sentAt, page: 0 }));
  await supervisor.sees("[↩️ Kembalikan dengan 3 catatan]");
  const page = [...supervisor.conversation.messages.values()].filter(({ message_id: id }) => id > before);
  const whole = page.map(({ text }) => text).join("\n");
  for (const text of texts) expect(whole.replaceAll("\n", " ")).toContain(text);
  expect(page.length).toBeGreaterThan(1);
});

test("a remark that was not sent stands in the way of approving, until it is removed", async () => {
  const { records } = app;
  const { supervisor } = staff;
  const { caseId } = await begun(records, ratna);
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  const roundId = await sent(records, ratna, caseId, "plan", story.plan);
  goes(supervisor, callbacks.openApproval({ roundId }));
  const card = await supervisor.sees("Rencana intervensi menunggu Anda");
  supervisor.presses("↩️ Kembalikan");
  await supervisor.sees("Pilih bagiannya");
  supervisor.presses("Sistem sumber");
  await supervisor.sees("di bagian Sistem sumber");
  supervisor.sends("Sebutkan kadernya.");
  await supervisor.sees("💬 Sistem sumber: Sebutkan kadernya.");
  const [draft] = await app.rows<{ content: string }>(
    `SELECT "content" FROM "RemarkDraft" WHERE "roundId" = $1`,
    [roundId],
  );
  expect(draft?.content).toMatch(sealedShape);
  const refused = supervisor.pressesData(dataOf(card), card.message_id);
  expect(await refused.answer()).toMatchObject({ text: expect.stringContaining("1 catatan Anda belum") });
  supervisor.presses("💬 Sistem sumber");
  await supervisor.sees("Catatan Anda sekarang: Sebutkan kadernya.");
  supervisor.presses("🗑 Hapus catatan ini");
  await supervisor.sees("Pilih bagiannya");
  expect(supervisor.seen()).not.toContain("Kembalikan dengan");
  supervisor.pressesData(dataOf(card), card.message_id);
  await supervisor.sees("disetujui");
  // A copy of the card says who decided, and decides on nothing.
  const copy = goes(supervisor, dataOf(card));
  expect(await copy.answer()).toMatchObject({ text: expect.stringContaining("sudah disetujui oleh Anda") });
});

test("of who somebody is, the card says that it changed, and neither the old nor the new", async () => {
  const { records } = app;
  const { supervisor } = staff;
  const { caseId } = await begun(records, ratna);
  await sent(records, ratna, caseId, "approach", story.approach);
  await sent(records, ratna, caseId, "assessment", story.assessment);
  await agreed(records, dedi, await sent(records, ratna, caseId, "plan", story.plan));
  const roundId = await sent(records, ratna, caseId, "referral", story.referral);
  await returned(records, dedi, roundId, "Siapa yang menerima di sana?");
  await app.forward(hour);
  await records.as(ratna, async (work) => {
    const round = await records.rounds.open(work, roundId);
    const seen = round.revisions.get("contact")?.number ?? 0;
    await records.rounds.answer(work, round, "contact", "Bu Aminah", seen);
  });
  await sent(records, ratna, caseId, "referral", {});
  goes(supervisor, callbacks.openApproval({ roundId }));
  const card = await supervisor.sees("Berubah sejak versi sebelumnya");
  expect(card.text).toContain("(tersembunyi) → (tersembunyi)");
  expect(card.text).not.toContain("Aminah");
});

test("where no supervisor is named, the admin is asked to name one, and the plan reaches them", async () => {
  const { admin, supervisor } = staff;
  const tono = await joins(app, admin, "Pak Tono", ["pekerja sosial"]);
  await planned(await app.memberOf(tono), tono);
  tono.presses("📨 Kirim");
  await tono.sees("Supervisor Anda belum ditunjuk; admin lembaga diminta menunjuknya");
  const asked = await admin.sees("Pak Tono mengirim formulir K-2026-");
  expect(asked.text).not.toContain("Mak Iyah");
  admin.presses("🤝 Tunjuk supervisor Pak Tono");
  await admin.sees("Siapa");
  admin.presses("Pak Dedi");
  await admin.sees(/Pak Dedi/);
  await supervisor.sees(/· Rencana intervensi · Pak Tono/);
  supervisor.presses(/Rencana intervensi/);
  await supervisor.sees("Rencana intervensi menunggu Anda");
  supervisor.presses("✅ Setujui");
  await tono.sees("disetujui Pak Dedi");
  // What was approved is to be signed now.
  expect(tono.seen()).toContain("[🖨 Rencana intervensi]");
});

test("a supervisor reads a plan that is not sent, may help with an answer, and the worker sends it", async () => {
  const { supervisor } = staff;
  const { roundId } = await planned(ratna);
  const shown = supervisor.lastMessage();
  supervisor.pressesData(callbacks.readRound({ roundId }), shown?.message_id ?? 0);
  const read = await supervisor.sees("Draf · semua terjawab, belum dikirim.");
  expect(supervisor.seen()).not.toContain("📨 Kirim");
  expect(supervisor.seen()).toContain("✏️ Ubah jawaban");
  const press = supervisor.pressesData(callbacks.sendRound({ roundId }), read.message_id);
  expect(await press.answer()).toMatchObject({
    text: expect.stringContaining("pekerja sosialnya yang mengirim"),
  });
});

async function statuses(): Promise<string[]> {
  const rows = await app.rows<{ status: string }>(`SELECT "status"::text FROM "Round" WHERE "form" = 'plan'`);
  return rows.map(({ status }) => status);
}

function dataOf(card: { reply_markup?: { inline_keyboard: readonly (readonly object[])[] } }): string {
  const [button] = card.reply_markup?.inline_keyboard.flat() ?? [];
  return button !== undefined && "callback_data" in button ? String(button.callback_data) : "";
}

describe("a card of a form that was sent anew since", () => {
  /** A plan that waits, its card before the supervisor; then taken back, changed in one answer and sent anew. */
  async function sentTwice(): Promise<{
    readonly roundId: string;
    readonly sentAt: Date;
    readonly again: () => Promise<void>;
  }> {
    const { records } = app;
    const { supervisor } = staff;
    const { caseId } = await begun(records, ratna);
    await sent(records, ratna, caseId, "approach", story.approach);
    await sent(records, ratna, caseId, "assessment", story.assessment);
    const roundId = await sent(records, ratna, caseId, "plan", story.plan);
    const [row] = await app.rows<{ at: Date }>(`SELECT "submittedAt" AS at FROM "Round" WHERE "id" = $1`, [
      roundId,
    ]);
    goes(supervisor, callbacks.openApproval({ roundId }));
    await supervisor.sees("Rencana intervensi menunggu Anda");
    const again = async () => {
      await records.as(ratna, (work) => takeBackRound(work, roundId));
      await app.forward(hour);
      await records.as(ratna, async (work) => {
        const round = await records.rounds.open(work, roundId);
        const seen = round.revisions.get("sourceSystems")?.number ?? 0;
        await records.rounds.answer(work, round, "sourceSystems", "Kader posyandu tiap pagi.", seen);
      });
      await sent(records, ratna, caseId, "plan", {});
    };
    return { roundId, sentAt: row?.at ?? new Date(0), again };
  }

  async function standing(roundId: string): Promise<string> {
    const [row] = await app.rows<{ status: string }>(`SELECT "status"::text FROM "Round" WHERE "id" = $1`, [
      roundId,
    ]);
    return row?.status ?? "";
  }

  test.each(["approve", "returnRound", "remarkOn", "returnWithRemarks"] as const)(
    "%s decides on nothing: it says so, and the new card tells what changed",
    async (press) => {
      const { supervisor } = staff;
      const { roundId, sentAt, again } = await sentTwice();
      await again();
      const data = {
        approve: callbacks.approve({ roundId, sentAt }),
        returnRound: callbacks.returnRound({ roundId, sentAt }),
        remarkOn: callbacks.remarkOn({ roundId, sentAt, at: 0 }),
        returnWithRemarks: callbacks.returnWithRemarks({ roundId, sentAt }),
      }[press];
      const { text } = await goes(supervisor, data).answer();
      expect(text).toContain("Bu Ratna mengirim ulang formulir ini");
      const card = await supervisor.sees("Rencana intervensi menunggu Anda");
      expect(card.text).toMatch(/Sistem sumber: .* → Kader posyandu tiap pagi\./s);
      expect(await standing(roundId)).toBe("submitted");
      supervisor.presses("✅ Setujui");
      await supervisor.sees("disetujui");
      expect(await standing(roundId)).toBe("approved");
    },
  );

  test("nor does a comment that was being written meanwhile", async () => {
    const { supervisor } = staff;
    const { roundId, again } = await sentTwice();
    supervisor.presses("↩️ Kembalikan");
    await supervisor.sees("Pilih bagiannya");
    supervisor.presses("Umum");
    await supervisor.sees("di bagian Umum");
    await again();
    supervisor.sends("Perjelas sumbernya.");
    await supervisor.sees("Catatan Anda belum terkirim.");
    await supervisor.sees("Bu Ratna mengirim ulang formulir ini");
    const card = await supervisor.sees("Rencana intervensi menunggu Anda");
    expect(card.text).toContain("→ Kader posyandu tiap pagi.");
    expect(await standing(roundId)).toBe("submitted");
    supervisor.presses("↩️ Kembalikan");
    await supervisor.sees("Pilih bagiannya");
    supervisor.presses("Umum");
    await supervisor.sees("di bagian Umum");
    supervisor.sends("Perjelas sumbernya.");
    await supervisor.sees("💬 Umum: Perjelas sumbernya.");
    supervisor.presses("↩️ Kembalikan dengan 1 catatan");
    await supervisor.sees("dikembalikan kepada Bu Ratna");
    expect(await standing(roundId)).toBe("returned");
  });
});

test("draws the buttons that the walk through all of them leaves to it", () => {
  expect(notDrawn(app.drawn, import.meta.url)).toEqual([]);
});
