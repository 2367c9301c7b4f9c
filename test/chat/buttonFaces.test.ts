/** How buttons look: colours by what a press does, codes to copy, and what the bot shows of itself. */
import { pino } from "pino";
import { describe, expect, test } from "vitest";
import { profilesByLanguage } from "../../src/chat/entrance/commands.js";
import { keyboard } from "../../src/chat/telegram/buttons.js";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import { registerProfile } from "../../src/delivery/registration.js";
import { connectTelegram } from "../../src/delivery/telegram.js";
import { createTexts, locales } from "../../src/texts.js";
import { call, playground, token } from "../playground/playground.js";
import { begun, sent } from "../support/records.js";
import { staffedApp } from "../support/staffedApp.js";
import * as story from "../support/story.js";

const id = "a".repeat(16);

test.each([
  ["approve", callbacks.approve({ roundId: id, sentAt: new Date(0) }), "success"],
  ["agree to a closing", callbacks.agreeToRequest({ caseId: id, askedAt: new Date(0) }), "success"],
  ["return", callbacks.returnRound({ roundId: id, sentAt: new Date(0) }), "danger"],
  ["refuse a closing", callbacks.refuseRequest({ caseId: id, askedAt: new Date(0) }), "danger"],
  ["discard a draft", callbacks.discardRound({ roundId: id }), "danger"],
  ["discard a case", callbacks.discardCase({ caseId: id }), "danger"],
  ["withdraw consent", callbacks.withdrawConsentSurely(), "danger"],
  ["open a case", callbacks.openCase({ caseId: id }), undefined],
  ["send a form", callbacks.sendRound({ roundId: id }), undefined],
] as const)("the button to %s has its colour", (_, data, style) => {
  const [[button] = []] = keyboard([[{ text: "x", data }]]).inline_keyboard;
  expect(button?.style).toBe(style);
});

describe("in the app", async () => {
  const { app, staff, ratna } = await staffedApp();

  test("the card's code is copied on the phone; what waits is approved in green and returned in red", async () => {
    const { caseId, code } = await begun(app.records, ratna);
    await sent(app.records, ratna, caseId, "approach", story.approach);
    await sent(app.records, ratna, caseId, "assessment", story.assessment);
    const roundId = await sent(app.records, ratna, caseId, "plan", story.plan);
    const { supervisor } = staff;
    const buttons = () => supervisor.lastMessage()?.reply_markup?.inline_keyboard.flat() ?? [];
    supervisor.pressesData(callbacks.openCase({ caseId }));
    await supervisor.sees("Riwayat");
    expect(buttons()).toContainEqual({ text: "📋 Salin kode", copy_text: { text: code } });
    supervisor.pressesData(callbacks.openApproval({ roundId }));
    await supervisor.sees("Rencana intervensi menunggu Anda");
    expect(buttons()).toContainEqual(expect.objectContaining({ text: "✅ Setujui", style: "success" }));
    expect(buttons()).toContainEqual(expect.objectContaining({ text: "↩️ Kembalikan", style: "danger" }));
  });
});

test.each(locales)(
  "the bot describes itself, and its menu button lists the commands (%s)",
  async (locale) => {
    const texts = createTexts("locales");
    const telegram = await playground();
    const client = connectTelegram(telegram.url, token);
    await registerProfile(client, profilesByLanguage(texts), pino({ level: "silent" }));
    await client.close();
    const asks = { language_code: locale };
    expect((await call(telegram, "getMyDescription", asks)).result).toEqual({
      description: texts.plain(locale, "bot-description"),
    });
    expect((await call(telegram, "getMyShortDescription", asks)).result).toEqual({
      short_description: texts.plain(locale, "bot-short-description"),
    });
    expect((await call(telegram, "getChatMenuButton")).result).toEqual({ type: "commands" });
  },
);
