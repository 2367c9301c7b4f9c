import { listTeam } from "../../records/people/team.js";
import { type Button, layOutButtons } from "./buttons.js";
import type { CallbackData } from "./callback.js";
import type { Ctx } from "./context.js";
import { showPage } from "./screen.js";

/** Names on one screen, first joined first. */
const mostNames = 20;

/** Asks a supervisor of whom of the team a list is to be shown; `opens` is the list of one worker, or of all with null. */
export async function showTeamChoice(
  ctx: Ctx,
  opens: (workerId: string | null) => CallbackData,
): Promise<void> {
  const people = await listTeam(ctx.work);
  const faces = people.slice(0, mostNames).map(({ id, name }): Button => ({ text: name, data: opens(id) }));
  await showPage(ctx, ctx.say.html("desk-whose"), [
    ...layOutButtons(faces),
    [{ text: ctx.say.plain("button-desk-everybody"), data: opens(null) }],
  ]);
}
