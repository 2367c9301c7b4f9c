/** In the quiet hours nobody is woken for a form, a closing or a nudge: it stands in the next digest. A danger wakes. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { setSuspended } from "../../src/records/due/staffing.js";
import { opening } from "../support/app.js";
import { begun, filled, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

/** A plan that only has to be sent: in a case by itself, in one with an open danger, and in one nobody supervises. */
const quiet = { caseId: "", code: "", roundId: "" };
const dangerous = { caseId: "", code: "", roundId: "" };
const unseen = { caseId: "", code: "", roundId: "" };

let elapsed = 0;
/** Goes on to a local moment. */
async function on(local: string): Promise<void> {
  const at = new Date(`${local.replace(" ", "T")}:00+07:00`).getTime() - opening.getTime();
  await app.forward(at - elapsed);
  elapsed = at;
}

beforeAll(async () => {
  const { records } = app;
  const planned = async (caseId: string) => {
    await sent(records, ratna, caseId, "approach", story.approach);
    await sent(records, ratna, caseId, "assessment", story.assessment);
    return filled(records, ratna, caseId, "plan", story.plan);
  };
  for (const one of [quiet, dangerous, unseen]) {
    Object.assign(one, await begun(records, ratna));
    one.roundId = await planned(one.caseId);
  }
  // In the evening, by when what happened by day has been heard.
  await on("2026-11-24 23:10");
});

function presses(data: string): void {
  staff.worker.looksAway();
  staff.worker.pressesData(data, staff.worker.lastMessage()?.message_id ?? 0);
}

/** Messages to the supervisor that say something of a case. */
const messagesTo = async () =>
  (
    await app.rows(`SELECT 1 FROM "Message" WHERE "chatId" = $1 AND "createdAt" > '2026-11-24T13:00Z'`, [
      staff.supervisor.id,
    ])
  ).length;

test("a form sent at night waits for the morning's digest, and its worker is told so", async () => {
  presses(callbacks.sendRound({ roundId: quiet.roundId }));
  await staff.worker.sees(
    "Sekarang jam tenang, jadi ia membacanya di ringkasannya, Rabu, 25 November 2026, 07.30.",
  );
  expect(await messagesTo()).toBe(0);
});

test("so does a nudge, once a night", async () => {
  await on("2026-11-24 23:40");
  presses(callbacks.remindSupervisor({ roundId: quiet.roundId }));
  await staff.worker.sees(
    "Sekarang jam tenang: Pak Dedi diingatkan lewat ringkasannya, Rabu, 25 November 2026, 07.30.",
  );
  presses(callbacks.remindSupervisor({ roundId: quiet.roundId }));
  await staff.worker.sees("Baru saja diingatkan.");
  expect(await messagesTo()).toBe(0);
});

test("in the morning it stands in the digest, with the button of its card", async () => {
  const { supervisor } = staff;
  supervisor.looksAway();
  await on("2026-11-25 07:31");
  const { text = "" } = await supervisor.sees("Selamat pagi, Pak Dedi.");
  expect(text).toContain(`• ${quiet.code} · persetujuan supervisor, 2 hari lagi`);
  supervisor.presses(`✍️ Periksa · ${quiet.code}`);
  await supervisor.sees("Rencana intervensi menunggu Anda");
});

test("a closing asked for at night waits as well", async () => {
  const { worker, supervisor } = staff;
  await on("2026-11-25 21:00");
  const before = await messagesTo();
  presses(callbacks.closeCase({ caseId: quiet.caseId }));
  await worker.sees(`Mengapa ${quiet.code} ditutup?`);
  worker.presses("Klien pindah");
  await worker.sees("Ceritakan singkat");
  worker.sends("Pindah ke Garut.");
  await worker.sees("Sekarang jam tenang: Pak Dedi membacanya Kamis, 26 November 2026, 07.30.");
  expect(await messagesTo()).toBe(before);
  supervisor.looksAway();
  await on("2026-11-26 07:31");
  const { text = "" } = await supervisor.sees("Selamat pagi, Pak Dedi.");
  expect(text).toContain(`• ${quiet.code} · keputusan atas permintaan penutupan atau pembukaan kembali`);
});

test("with a danger open in the case it is brought at once, at any hour", async () => {
  const { supervisor, worker } = staff;
  await on("2026-11-26 22:00");
  await app.records.as(ratna, async (work) => {
    const tx = await work.tx();
    await tx.danger.create({
      data: {
        id: "danger0000000001",
        organizationId: work.actor?.organizationId ?? "",
        caseId: dangerous.caseId,
        whom: "client",
        kinds: work.sealer.seal('["medical"]', { table: "Danger", column: "kinds", row: "danger0000000001" }),
        source: "button",
        notedById: ratna,
        notedAt: work.now,
      },
    });
  });
  supervisor.looksAway();
  presses(callbacks.sendRound({ roundId: dangerous.roundId }));
  await supervisor.sees(`Rencana intervensi ${dangerous.code}`);
  await worker.sees("terkirim dan menunggu persetujuan Pak Dedi.");
});

test("nobody supervises: the admins are not woken either, and hear of it in the morning", async () => {
  const { admin, worker } = staff;
  await on("2026-11-26 22:30");
  const sari = await app.memberOf(admin);
  await app.records.as(sari, (work) => setSuspended(work, dedi, true));
  presses(callbacks.sendRound({ roundId: unseen.roundId }));
  const { text = "" } = await worker.sees("Admin lembaga diberi tahu.");
  expect(text).toContain(
    "Sekarang jam tenang: pesannya sampai kepada mereka Jumat, 27 November 2026, 07.30.",
  );
  const waiting = `SELECT 1 FROM "Message" WHERE "chatId" = $1 AND "status" = 'waiting' AND "method" = 'sendMessage'`;
  expect(await app.rows(waiting, [admin.id])).toHaveLength(1);
  admin.looksAway();
  await on("2026-11-27 07:31");
  await admin.sees(unseen.code);
});
