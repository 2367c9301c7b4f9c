import type { Danger } from "../../practice/forms/vocabulary.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { type Button, keyboard } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines } from "../telegram/screen.js";
import { alertedText, raiseAlarms } from "./alarm.js";
import { emergencyText, numberRows, topicsOf } from "./emergency.js";
import { type EmergencyDeps, localNumbersOf, noteAlarm } from "./emergencyFeature.js";

/** Notes a danger from an answer, before the answer itself is stored. */
export function noteInForm(ctx: Ctx, round: OpenRound, kinds: readonly Danger[]): void {
  noteAlarm(ctx, { whom: "client", kinds }, "form", round.case.id);
}

/**
 * Shows what to do first in a danger and who was told, before anything else is asked. A button leads back to the
 * form.
 */
export async function showDanger(ctx: Ctx, deps: EmergencyDeps, kinds: readonly Danger[]): Promise<void> {
  const { say } = ctx;
  const [raised] = await raiseAlarms(ctx.work, deps.texts);
  const goOn: Button[] = [{ text: say.plain("button-go-on"), data: callbacks.resume() }];
  const entries = topicsOf(kinds, "client").flatMap((topic) => deps.entryButton(ctx, topic));
  await ctx.reply(
    joinLines(
      [
        emergencyText(say, kinds, "client", localNumbersOf(ctx)),
        raised === undefined ? undefined : alertedText(say, raised),
      ],
      "\n\n",
    ),
    {
      reply_markup: keyboard([
        ...numberRows(kinds, "client", localNumbersOf(ctx)),
        goOn,
        ...entries.map((button) => [button]),
      ]),
    },
  );
}
