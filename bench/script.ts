/**
 * What people do under a load, written down once and done by everybody: at which screen, and what. A script is recorded
 * from one person's chat with our bot. The rivals' forms are made of the same one, so that every bot asks the same
 * questions with the same words and buttons, and is given the same answers.
 */
import type { Message } from "@grammyjs/types";
import type { Happening } from "../src/playground/chats.js";
import type { Expected } from "./verdict.js";

/** What stands on the screen: a message's words, and the labels of its buttons, row by row. */
export type Face = { readonly text: string; readonly buttons: readonly (readonly string[])[] };

/** What a person does: types, presses the button that says so, or sends a photo of so many bytes. */
export type Act = { readonly text: string } | { readonly press: string } | { readonly photo: number };

/** An act, and the screen at which it is done. `ticks`: the screen is what the act before made of the one before. */
export type Step = { readonly face: Face; readonly does: Act; readonly ticks: boolean };

/** A question as a bot without a form engine has it: its screen, and what becomes of it with each tick. */
export type PlainQuestion = { readonly faces: readonly Face[] };

/** The screen a message is. */
export function faceOf({ text, caption, reply_markup: markup }: Message): Face {
  const buttons = (markup?.inline_keyboard ?? []).map((row) => row.map(({ text }) => text));
  return { text: text ?? caption ?? "", buttons };
}

/** Two screens with the same likeness differ in numbers only, as those of two people's cases do. */
export function likeness({ text, buttons }: Face): string {
  return JSON.stringify([text, buttons]).replaceAll(/\d+/g, "0");
}

/** What a person did in a chat after the first `from` happenings. @throws {Error} where a script cannot hold it */
export function recorded(history: readonly Happening[], from = 0): Step[] {
  const steps: Step[] = [];
  const shown = new Map<number, Message>();
  let newest: Message | undefined;
  let before: number | undefined;
  const does = (at: Message | undefined, act: Act) => {
    if (at === undefined) throw new Error("a person acts on something the bot said");
    steps.push({ face: faceOf(at), does: act, ticks: at.message_id === before });
    before = at.message_id;
  };
  for (const [index, happening] of history.entries()) {
    if ((happening.kind === "message" || happening.kind === "edit") && happening.isFromBot) {
      const { message } = happening;
      shown.set(message.message_id, message);
      if (happening.kind === "message" || newest?.message_id === message.message_id) newest = message;
    }
    if (index < from) continue;
    if (happening.kind === "press")
      does(shown.get(happening.message.message_id), { press: happening.button });
    if (happening.kind === "message" && !happening.isFromBot) does(newest, actOf(happening.message));
  }
  return steps;
}

/** The questions behind a script: ticks of one list are one question. */
export function questionsOf(steps: readonly Step[]): PlainQuestion[] {
  return answersIn(steps).map((group) => ({ faces: group.map(({ face }) => face) }));
}

/** What a bot that asks these questions keeps: of each the words, or the buttons pressed one after another. */
export function answersOf(steps: readonly Step[]): Expected[] {
  let act = -1;
  return answersIn(steps).map((group, number) => {
    act += group.length;
    return { act, place: String(number), value: group.map(({ does }) => wordsOf(does)).join(", ") };
  });
}

/** What stands for a photo among answers. */
export const aPhoto = "(foto)";

function answersIn(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.ticks && last !== undefined) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

function wordsOf(act: Act): string {
  if ("text" in act) return act.text;
  return "press" in act ? act.press : aPhoto;
}

function actOf({ text, photo }: Message): Act {
  if (text !== undefined) return { text };
  if (photo !== undefined) return { photo: photo.at(-1)?.file_size ?? 0 };
  throw new Error("a script holds texts, presses and photos only");
}
