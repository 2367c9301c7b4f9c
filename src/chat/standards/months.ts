import { addMonths } from "../../practice/calendar.js";
import type { Ctx } from "../telegram/context.js";
import { shortDate } from "../telegram/dates.js";
import type { EntryPrompt } from "../telegram/entry.js";
import { dayIn } from "./standardWords.js";

/** So many months are usual for an improvement; any other day may be typed. */
const usual = [1, 3, 6] as const;

/** Days to press for an improvement. */
export function monthChoices(ctx: Ctx): NonNullable<EntryPrompt["choices"]> {
  const today = dayIn(ctx, ctx.work.now);
  return usual.map((count) => {
    const day = addMonths(today, count);
    return [
      { text: ctx.say.plain("button-months", { count, day: shortDate(day, ctx.say.locale) }), value: day },
    ];
  });
}
