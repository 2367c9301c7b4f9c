/** What follows a form that was sent: the step that comes next, or the end where the client refused. */
import { expect, test } from "vitest";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { FormId } from "../../src/practice/form.js";
import { createTexts } from "../../src/texts.js";
import type { Telling } from "../support/filling.js";
import { goes } from "../support/going.js";
import { agreed, begun, filled, fillRound } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const { app, staff, ratna, dedi } = await staffedApp();

const texts = createTexts("locales");

/** The worker sends a form that is filled in; returns what they are told. */
async function sends(roundId: string): Promise<string> {
  const { worker } = staff;
  goes(worker, callbacks.goOn({ roundId }));
  await worker.sees("Periksa dulu");
  worker.presses("📨 Kirim");
  await worker.sees(/tersimpan|menunggu persetujuan/);
  return worker.seen();
}

test("“Berikutnya” never names the form that was just sent", async () => {
  const { caseId, roundId } = await begun(app.records, ratna);
  const forms: readonly [FormId, Telling][] = [
    ["approach", story.approach],
    ["assessment", story.assessment],
    ["plan", story.plan],
    ["session", story.session],
    ["session", story.session],
    ["evaluation", story.evaluation],
    ["termination", story.termination],
  ];
  for (const [form, telling] of forms) {
    const filledIn =
      form === "approach"
        ? await fillRound(app.records, ratna, roundId, telling)
        : await filled(app.records, ratna, caseId, form, telling);
    const told = await sends(filledIn);
    const name = texts.dynamicPlain("id", `form-${form}`);
    expect(told).not.toMatch(new RegExp(`Berikutnya: ${name}`, "i"));
    if (form === "plan") await agreed(app.records, dedi, filledIn);
  }
});

test("a referral that was sent is followed by the news of it, not by itself", async () => {
  const { worker } = staff;
  const { caseId, roundId } = await begun(app.records, ratna);
  const refers = story.told(
    "approach",
    "not-eligible-refer",
    {},
    { facts: { hasRequirements: false }, sources: {} },
  );
  await fillRound(app.records, ratna, roundId, refers);
  expect(await sends(roundId)).toContain("Berikutnya: rujukan");
  const referral = await filled(app.records, ratna, caseId, "referral", story.referral);
  await sends(referral);
  await agreed(app.records, dedi, referral);
  goes(worker, callbacks.openCase({ caseId }));
  await worker.sees("Berikutnya: kabar rujukan, paling lambat");
});

test("who refused the service is offered as an end, which the supervisor agrees to", async () => {
  const { worker, supervisor } = staff;
  const { caseId, code, roundId } = await begun(app.records, ratna);
  const refused = story.told(
    "approach",
    "family-declines",
    {},
    { facts: { hasRequirements: false }, sources: {} },
  );
  await fillRound(app.records, ratna, roundId, refused);
  expect(await sends(roundId)).not.toContain("Berikutnya");
  worker.presses("Tutup kasus");
  await worker.sees(`Mengapa ${code} ditutup?`);
  expect(worker.seen()).not.toContain("Klien mengundurkan diri");
  worker.presses("Klien tidak setuju layanan");
  await worker.sees("Ceritakan singkat");
  worker.sends("Mau diurus sendiri dulu.");
  await worker.sees("Penutupan (Klien tidak setuju layanan) menunggu Pak Dedi.");
  await supervisor.sees(`meminta ${code} ditutup`);
  supervisor.presses("📄 Buka");
  await supervisor.sees(`Penutupan ${code} menunggu Anda`);
  supervisor.presses("✅ Setujui");
  await worker.sees(`${code} ditutup oleh Pak Dedi.`);
  expect(await app.records.outcomeOf(caseId)).toBe("declined");
});
