/** Nothing says that somebody was told who was not: nudges, and news of who supervises whom. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { storedPath } from "../../src/records/case/storedPaths.js";
import { submitRound } from "../../src/records/case/submission.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { goes } from "../support/going.js";
import { agreed, begun, filled, sent } from "../support/records.js";
import { enrolledStaff, joins, type Staff } from "../support/staff.js";
import { endsWell } from "../support/staffedApp.js";
import * as story from "../support/story.js";

let here: TestApp;
let staff: Staff;
let ids: { readonly ratna: string; readonly dedi: string };

beforeEach(async () => {
  here = await openTestApp();
  staff = await enrolledStaff(here);
  ids = { ratna: await here.memberOf(staff.worker), dedi: await here.memberOf(staff.supervisor) };
});
afterEach(() => endsWell(here));

/** A plan of Bu Ratna's that waits for Pak Dedi. */
async function waitingPlan(): Promise<{ caseId: string; roundId: string }> {
  const { records } = here;
  const { caseId, roundId } = await begun(records, ids.ratna);
  await filled(records, ids.ratna, caseId, "approach", story.approach);
  await records.as(ids.ratna, (work) => submitRound(work, records.rounds, roundId));
  await sent(records, ids.ratna, caseId, "assessment", story.assessment);
  return { caseId, roundId: await sent(records, ids.ratna, caseId, "plan", story.plan) };
}

async function suspends(name: string): Promise<string> {
  const { admin } = staff;
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses("👤 Anggota");
  await admin.sees(name);
  admin.presses(new RegExp(name));
  await admin.sees("Tangguhkan");
  admin.presses(/Tangguhkan/);
  const { text = "" } = await admin.sees(`Tangguhkan ${name}?`);
  return text;
}

async function opensCase(person: Staff["worker"], caseId: string): Promise<void> {
  person.looksAway();
  person.sends("/mulai");
  await person.sees("Apa yang ingin Anda lakukan");
  person.pressesData(callbacks.openCase({ caseId }));
  await person.sees("Rencana intervensi");
}

test("a nudge to a supervisor who blocked the bot goes to the admin, and says so", async () => {
  const { worker, supervisor, admin } = staff;
  const { caseId } = await waitingPlan();
  admin.looksAway();
  supervisor.blocks();
  await admin.sees("memblokir");
  await opensCase(worker, caseId);
  admin.looksAway();
  worker.presses("🔔 Ingatkan Pak Dedi");
  await worker.sees("Pak Dedi sedang tidak bisa dihubungi lewat bot. Admin lembaga diingatkan.");
  await admin.sees("Supervisornya, Pak Dedi, tidak bisa dihubungi lewat bot");
});

test("where nobody is reached the nudge says so, and the pause does not begin", async () => {
  const { worker, supervisor, admin } = staff;
  const { caseId } = await waitingPlan();
  await here.rows(`UPDATE "Account" SET "blockedAt" = now() WHERE "id" IN ($1, $2)`, [
    supervisor.id,
    admin.id,
  ]);
  await opensCase(worker, caseId);
  worker.presses("🔔 Ingatkan Pak Dedi");
  await worker.sees("Pak Dedi dan admin lembaga sedang tidak bisa dihubungi lewat bot");
  await here.rows(`UPDATE "Account" SET "blockedAt" = NULL WHERE "id" = $1`, [supervisor.id]);
  supervisor.looksAway();
  worker.presses("🔔 Ingatkan Pak Dedi");
  await worker.sees("Pak Dedi sudah diingatkan.");
  await supervisor.sees("mengirim Rencana intervensi");
  worker.presses("🔔 Ingatkan Pak Dedi");
  await worker.sees("Baru saja diingatkan");
});

test("who decides is offered the decision, not to be reminded of it", async () => {
  const { supervisor } = staff;
  const { caseId, roundId } = await waitingPlan();
  await opensCase(supervisor, caseId);
  expect(supervisor.seen()).not.toContain("Ingatkan");
  supervisor.presses("✍️ Putuskan");
  await supervisor.sees("✅ Setujui");
  const answer = await supervisor.pressesData(callbacks.remindSupervisor({ roundId })).answer();
  expect(answer.text).toContain("tidak ditemukan");
  await agreed(here.records, ids.dedi, roundId);
});

test("a change of supervisor is told to the worker, the new one and the old one; who cannot be told is named", async () => {
  const { admin, supervisor, worker } = staff;
  const other = await joins(here, admin, "Bu Maya", ["supervisor"]);
  for (const person of [admin, supervisor, worker, other]) person.looksAway();
  worker.blocks();
  await supervisor.sees("memblokir");
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses("👤 Anggota");
  await admin.sees("Bu Ratna");
  admin.presses(/Bu Ratna/);
  await admin.sees("Supervisor: Pak Dedi");
  admin.presses("🤝 Tunjuk supervisor");
  await admin.sees("Siapa yang menyupervisi Bu Ratna?");
  admin.presses(/Bu Maya/);
  await admin.sees(
    "Supervisornya sekarang Bu Maya. Bu Maya, Pak Dedi sudah diberi tahu. Bu Ratna belum bisa",
  );
  await other.sees("Anda sekarang menyupervisi Bu Ratna");
  await supervisor.sees("Bu Ratna sekarang disupervisi Bu Maya");
});

test("suspending a supervisor shows what is left waiting, tells the team, and /supervisi says so", async () => {
  const { admin, worker } = staff;
  await waitingPlan();
  expect(await suspends("Pak Dedi")).toContain("Yang disupervisinya: Bu Ratna. 1 hal menunggu keputusannya.");
  worker.looksAway();
  admin.presses(/^⛔|Ya/);
  await admin.sees(
    /Aksesnya ditangguhkan[\s\S]*Bu Ratna sudah diberi tahu[\s\S]*🤝 Tunjuk supervisor Bu Ratna/,
  );
  await worker.sees("Supervisor Anda, Pak Dedi, sedang tidak aktif");
  worker.sends("/supervisi");
  await worker.sees("Supervisor Anda: Pak Dedi, sedang tidak bisa dihubungi lewat bot");
});

test("a requested closing says who was told: the supervisor; the admin instead of one who blocked the bot; or nobody", async () => {
  const { worker, supervisor, admin } = staff;
  const closes = async () => {
    const { caseId } = await begun(here.records, ids.ratna);
    await sent(here.records, ids.ratna, caseId, "approach", story.approach);
    goes(worker, callbacks.closeCaseAs({ caseId, outcome: "moved" }));
    await worker.sees("Ceritakan singkat");
    worker.sends("Pindah kota.");
  };
  await closes();
  await worker.sees("Pak Dedi sudah diberi tahu.");
  await supervisor.sees("Bu Ratna meminta");
  supervisor.blocks();
  await admin.sees("memblokir");
  await admin.sees("1 hal menunggu keputusan Pak Dedi.");
  admin.presses("✍️ Lihat yang menunggu");
  await admin.sees("1 hal menunggu keputusan Anda");
  await closes();
  await worker.sees("admin lembaga sudah diberi tahu. Pak Dedi belum bisa diberi tahu lewat bot.");
  await admin.sees("Bu Ratna meminta");
  await here.rows(`UPDATE "Account" SET "blockedAt" = now() WHERE "id" = $1`, [admin.id]);
  await closes();
  await worker.sees("Pak Dedi, admin lembaga belum bisa diberi tahu lewat bot.");
});

test("help of an outside service that the operator took away meanwhile: who waits for it is told", async () => {
  const { code, roundId } = await begun(here.records, ids.ratna);
  await here.records.as(ids.ratna, async (work) => {
    const [id, now] = ["assistjob0000001", work.now];
    const path = storedPath(work.sealer, roundId, "problem");
    const asked = { organizationId: work.actor?.organizationId ?? "", memberId: ids.ratna, roundId, path };
    const job = { ...asked, service: "language", host: "gone.example", status: "waiting", notBefore: now };
    await (await work.tx()).assistJob.create({ data: { id, ...job, createdAt: now } });
  });
  await staff.worker.sees(`Usulan untuk ${code} belum bisa dibuat.`);
  expect(await here.rows(`SELECT "status" FROM "AssistJob"`)).toEqual([{ status: "dropped" }]);
});
