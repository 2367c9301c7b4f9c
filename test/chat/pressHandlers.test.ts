/** Which handler gets a press: the one that was registered for its callback, past everything else. */
import { Composer } from "grammy";
import { expect, test } from "vitest";
import { plainCallback } from "../../src/chat/telegram/callback.js";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Ctx } from "../../src/chat/telegram/context.js";
import { handle, presses } from "../../src/chat/telegram/handle.js";

/** As much of a press as is looked at. */
function pressOn(data: string): Ctx {
  return { callbackQuery: { data } } as unknown as Ctx;
}

/** A feature that does something on the menu's button, after a part of it that must not be entered. */
function menuOf(did: string[], name: string): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.use(() => {
    did.push("entered");
  });
  handle(composer, callbacks.menu, () => did.push(name));
  return composer;
}

test("a press goes straight to the feature of its callback; every other is passed on", async () => {
  const did: string[] = [];
  const lead = presses([menuOf(did, "menu")]);
  await lead(pressOn(callbacks.menu()), async () => void did.push("passed on"));
  await lead(pressOn(callbacks.language()), async () => void did.push("passed on"));
  await lead(pressOn("nobody's"), async () => void did.push("passed on"));
  expect(did).toEqual(["menu", "passed on", "passed on"]);
});

test("a callback has one handler, and stands in the table", () => {
  const composer = menuOf([], "menu");
  expect(() => handle(composer, callbacks.menu, () => {})).toThrow("handled twice");
  expect(() => presses([menuOf([], "one"), menuOf([], "other")])).toThrow("two features");
  expect(() => handle(composer, plainCallback("nowhere"), () => {})).toThrow("not in the table");
});
