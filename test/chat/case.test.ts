import { afterAll, beforeAll, expect, test } from "vitest";
import type { FormId } from "../../src/practice/form.js";
import { current } from "../../src/practice/forms/catalogue.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { fills, type Telling } from "../support/filling.js";
import { foundStaff, type Staff } from "../support/staff.js";
import * as story from "../support/story.js";

const day = 86_400_000;

let app: TestApp;
let staff: Staff;
beforeAll(async () => {
  app = await openTestApp();
  staff = await foundStaff(app);
});
afterAll(() => app.close());

async function workerFills(form: FormId, telling: Telling, button: string): Promise<void> {
  const { worker } = staff;
  worker.presses(button);
  await fills(worker, current(form), telling, { words: story.words });
  worker.presses("📨 Kirim");
}

test("an elderly woman's case, from first contact to a visit after its end", async () => {
  const { worker, supervisor } = staff;
  worker.sends("/mulai");
  await worker.sees("➕ Kasus baru");
  await workerFills("approach", story.approach, "➕ Kasus baru");
  await worker.sees("Berikutnya: asesmen, paling lambat Selasa, 8 Desember 2026 (14 hari lagi).");
  await app.forward(3 * day);

  await workerFills("assessment", story.assessment, "▶️ Mulai asesmen");
  await worker.sees("Berikutnya: rencana intervensi, paling lambat");

  await workerFills("plan", story.plan, "▶️ Mulai rencana intervensi");
  await worker.sees("menunggu persetujuan Pak Dedi");
  await supervisor.sees("2 masalah, prioritas 1: Sendirian di malam hari, pernah jatuh (USG");
  supervisor.presses("✅ Setujui");
  await supervisor.sees("Bu Ratna sudah diberi tahu");
  await worker.sees("disetujui Pak Dedi");

  await workerFills("session", story.session, "▶️ Mulai catatan sesi");
  await worker.sees("Catatan sesi tersimpan");
  await app.forward(30 * day);

  worker.presses("📂 Ke kasus");
  await worker.sees("●●●●○ Intervensi");
  await workerFills("evaluation", story.evaluation, "▶️ Mulai evaluasi");
  await worker.sees("Berikutnya: terminasi");

  await workerFills("termination", story.termination, "▶️ Mulai terminasi");
  await worker.sees("menunggu persetujuan Pak Dedi");
  await supervisor.sees("Terminasi menunggu Anda");
  supervisor.presses("✅ Setujui");
  await worker.sees("Kasusnya kini ditutup");

  await app.forward(30 * day);
  worker.presses(/Mulai bimbingan lanjut/);
  await fills(worker, current("aftercare"), story.aftercare);
  worker.presses("📨 Kirim");
  await worker.sees("Bimbingan lanjut tersimpan");

  const rounds = await app.rows<{ form: string; status: string }>(
    `SELECT "form", "status" FROM "Round" ORDER BY "startedAt"`,
  );
  expect(rounds.map(({ form, status }) => `${form} ${status}`)).toEqual([
    "approach approved",
    "assessment approved",
    "plan approved",
    "session approved",
    "evaluation approved",
    "termination approved",
    "aftercare approved",
  ]);
  const [row] = await app.rows(`SELECT "stage", "outcome", "code" FROM "Case"`);
  expect(row).toEqual({ stage: "closed", outcome: "terminated", code: "K-2026-0001" });
  expect(app.telegram.violations).toEqual([]);
  expect(app.telegram.unanswered()).toEqual([]);
});
