/** What a person did in a chat: how much of it, and how long that takes. */
import type { Happening } from "../../src/playground/chats.js";

/** Presses of buttons, texts that were typed with all their characters, and files and places that were sent. */
export type Effort = {
  readonly taps: number;
  readonly messages: number;
  readonly characters: number;
  readonly files: number;
};

/** Counts what a person did. A command is a press of the menu. */
export function effortOf(happenings: readonly Happening[]): Effort {
  let [taps, messages, characters, files] = [0, 0, 0, 0];
  for (const happening of happenings) {
    if (happening.kind === "press") taps += 1;
    if (happening.kind !== "message" || happening.isFromBot) continue;
    const { text } = happening.message;
    if (text === undefined) files += 1;
    else if (text.startsWith("/")) taps += 1;
    else {
      messages += 1;
      characters += [...text].length;
    }
  }
  return { taps, messages, characters, files };
}

/** One who types fast on a phone: characters in a second, by either thumb. */
const charactersPerSecond = 5;

/** A press, sending what was typed, or choosing a file, in seconds. */
const secondsPerTap = 1;

/** How long all this takes, in seconds, for somebody who need not think about it. */
export function seconds({ taps, messages, characters, files }: Effort): number {
  return (taps + messages + 2 * files) * secondsPerTap + characters / charactersPerSecond;
}
