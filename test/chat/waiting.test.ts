/** What waits for a supervisor follows the supervisor: whoever is named, gets the cases, or comes back hears of it. */
import { beforeAll, expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Person } from "../../src/playground/people.js";
import { closeCase } from "../../src/records/case/closing.js";
import { noteDanger } from "../../src/records/danger/dangers.js";
import { askConsultation } from "../../src/records/questions/consultations.js";
import { agreesToProposal } from "../support/agreeing.js";
import { begun, sent } from "../support/records.js";
import { joins } from "../support/staff.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff } = await staffedApp();

/** A worker nobody supervises yet. */
let tono: Person;
let tonoId: string;
let maya: Person;
/** By what waits, the code of its case. */
const codes: Record<string, string> = {};

beforeAll(async () => {
  tono = await joins(app, staff.admin, "Pak Tono", ["pekerja sosial"]);
  maya = await joins(app, staff.admin, "Bu Maya", ["supervisor"]);
  tonoId = await app.memberOf(tono);
  const { records } = app;
  const form = await begun(records, tonoId);
  await sent(records, tonoId, form.caseId, "approach", story.approach);
  await sent(records, tonoId, form.caseId, "assessment", story.assessment);
  await sent(records, tonoId, form.caseId, "plan", story.plan);
  codes.form = form.code;
  const closing = await begun(records, tonoId);
  await sent(records, tonoId, closing.caseId, "approach", story.approach);
  await records.as(tonoId, (work) => closeCase(work, closing.caseId, "moved", "Pindah."));
  codes.closing = closing.code;
  const ground = await begun(records, tonoId);
  await sent(records, tonoId, ground.caseId, "approach", story.told("approach", "data-declined"));
  codes.ground = ground.code;
  const danger = await begun(records, tonoId);
  await records.as(tonoId, (work) =>
    noteDanger(work, {
      source: "button",
      organizationId: work.actor?.organizationId ?? "",
      caseId: danger.caseId,
      notedById: tonoId,
      whom: "client",
      kinds: ["suicide"],
      raised: false,
    }),
  );
  codes.danger = danger.code;
  const question = await begun(records, tonoId);
  await records.as(tonoId, (work) =>
    askConsultation(work, { question: "Bagaimana menemui keluarga?", caseId: question.caseId }),
  );
  codes.question = question.code;
});

/** Everything that waits, as the notice lists it: the button that opens it, and what stands there then. */
const everything = [
  ["danger", "bahaya", /Lihat bahaya/, "Bahaya bunuh diri"],
  ["ground", "dasar hukum data", /dasar hukum data/, "Adakah dasar lain"],
  ["closing", "Penutupan", /Penutupan/, "Penutupan K-2026"],
  ["form", "Rencana intervensi", /Rencana intervensi/, "Rencana intervensi menunggu Anda"],
  ["question", "pertanyaan", /pertanyaan/, "Bagaimana menemui keluarga?"],
] as const;

async function hearsOfAll(person: Person): Promise<void> {
  const { text = "" } = await person.sees("5 hal menunggu Anda:");
  for (const [kind, words] of everything) expect(text).toContain(`• ${codes[kind]} · ${words} · Pak Tono`);
  expect(text).not.toContain("Iyah");
}

/** The admin opens the card of a member, presses what stands below it, and sees what each press is answered with. */
async function onCard(name: RegExp, ...presses: readonly (readonly [string, string])[]): Promise<void> {
  const { admin } = staff;
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses("👤 Anggota");
  await admin.sees("Pak Tono");
  admin.presses(name);
  await admin.sees("Bergabung:");
  for (const [press, shown] of presses) {
    admin.presses(press);
    await admin.sees(shown);
  }
}

test("named after all that waits: all of it in one message, by code, each with the button that opens it", async () => {
  const { admin } = staff;
  maya.looksAway();
  await onCard(/Pak Tono/, ["🤝 Tunjuk supervisor", "Siapa yang menyupervisi Pak Tono?"]);
  admin.presses(/Bu Maya/);
  const { text = "" } = await admin.sees("Supervisornya sekarang Bu Maya.");
  expect(text).toContain("5 hal yang menunggu sudah diteruskan kepadanya.");
  await hearsOfAll(maya);
  const list = maya.lastMessage();
  for (const [, , button, opened] of everything) {
    maya.presses(button, list === undefined ? {} : { message: list });
    await maya.sees(opened);
  }
  maya.pressesData(callbacks.approvals(), list?.message_id ?? 0);
  await maya.sees("3 hal menunggu keputusan Anda");
});

test("changed again: the next one hears of all of it, the former one has agreed", async () => {
  const { admin, supervisor } = staff;
  for (const person of [supervisor, maya]) person.looksAway();
  await onCard(/Pak Tono/, ["🤝 Tunjuk supervisor", "Siapa yang menyupervisi Pak Tono?"]);
  admin.presses(/Pak Dedi/);
  await admin.sees("Perlu persetujuan satu orang lagi");
  await agreesToProposal(maya);
  await maya.sees("5 hal yang menunggu sudah diteruskan kepadanya.");
  await hearsOfAll(supervisor);
  await admin.sees("Usulan Anda untuk Pak Tono dan Pak Dedi disetujui dan sudah dilakukan.");
});

test("who is suspended and let back hears of all of it again", async () => {
  const { admin, supervisor } = staff;
  await onCard(/Pak Dedi/, ["⛔ Tangguhkan", "Tangguhkan Pak Dedi?"]);
  admin.presses(/^⛔|Ya/);
  await admin.sees("5 hal menunggu keputusannya");
  supervisor.looksAway();
  await onCard(/Pak Dedi/);
  admin.presses(/Pulihkan/);
  await admin.sees("5 hal yang menunggu sudah diteruskan kepadanya.");
  await hearsOfAll(supervisor);
});

test("cases given to a worker of another supervisor: that one hears of what waits in them", async () => {
  const { admin, supervisor } = staff;
  await joins(app, admin, "Bu Nita", ["pekerja sosial"], "Bu Maya");
  maya.looksAway();
  await onCard(/Pak Tono/, ["🔀 Alihkan kasus", "Kepada siapa"], ["Bu Nita", "Kasus mana"]);
  admin.presses("☑️ Pilih semua");
  await admin.sees("▫️ Kosongkan");
  admin.presses(/➡️ Alihkan/);
  await admin.sees("Apa alasannya?");
  supervisor.looksAway();
  admin.sends("Cuti");
  await agreesToProposal(supervisor);
  await supervisor.sees("4 hal yang menunggu sudah diteruskan kepadanya.");
  const { text = "" } = await maya.sees("4 hal menunggu Anda:");
  expect(text).toContain(`• ${codes.ground} · dasar hukum data · Bu Nita`);
  // The question stays with who asked it.
  expect(text).not.toContain("pertanyaan");
});

test("a supervisor who is none any more: the team hears, the admin sees what is left waiting and for whom to name another", async () => {
  const { admin } = staff;
  await onCard(/Bu Maya/, ["🎭 Peran", "Tekan untuk menambah atau mencabut."]);
  admin.presses(/pekerja sosial/);
  await admin.sees("☑️ pekerja sosial");
  admin.presses(/supervisor/);
  const { text = "" } = await admin.sees("Yang disupervisinya: Bu Nita.");
  expect(text).toContain("4 hal menunggu keputusannya.");
  expect(text).toContain("Bu Nita sudah diberi tahu.");
  expect(admin.seen()).toContain("[🤝 Tunjuk supervisor Bu Nita]");
});
