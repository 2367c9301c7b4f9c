import { Composer } from "grammy";
import { type AssistSwitch, assistSwitches, switchAssist } from "../../records/assist/switches.js";
import { adminOf } from "../../records/people/members.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, showPage } from "../telegram/screen.js";

/** The admin's switch of each outside service that the operator named: off until it is pressed. */
export function assistSettingsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.assistSettings, showSettings);
  handle(composer, callbacks.switchAssist, async (ctx, { service, on }) => {
    await switchAssist(ctx.work, service, on);
    await showSettings(ctx);
  });
  return composer;
}

/** The button to it among the settings; none where the operator named no service. */
export function assistSettingsRows({ say, work }: Ctx): Button[][] {
  if (assistSwitches(work).length === 0) return [];
  return [[{ text: say.plain("button-assist"), data: callbacks.assistSettings() }]];
}

async function showSettings(ctx: Ctx): Promise<void> {
  adminOf(ctx.work);
  const { say, work } = ctx;
  const switches = assistSwitches(work);
  const line = ({ service, host, on }: AssistSwitch) =>
    joinLines([
      say.html("assist-service", { name: say.plain(`assist-name-${service}`), host }),
      say.html(on ? "assist-on" : "assist-off"),
      say.html(`assist-leaves-${service}`),
    ]);
  const rows: Button[][] = switches.map(({ service, on }) => [
    {
      text: `${on ? "☑️" : "▫️"} ${say.plain(`assist-name-${service}`)}`,
      data: callbacks.switchAssist({ service, on: !on }),
    },
  ]);
  rows.push([{ text: say.plain("button-back"), data: callbacks.organization() }]);
  await showPage(
    ctx,
    joinLines([say.html("assist-title"), ...switches.map(line), say.html("assist-terms")], "\n\n"),
    rows,
  );
}
