import { Composer } from "grammy";
import { exportsAwaitingMe } from "../../records/exports/exports.js";
import { adminOf } from "../../records/people/members.js";
import type { Work } from "../../records/people/work.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { showPage } from "../telegram/screen.js";
import type { Wording } from "../telegram/wording.js";

/** The files an admin makes over many cases. */
export function exportFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.exports, showExports);
  return composer;
}

/** The way there, for a screen of reports; empty for whoever is no admin. */
export function exportRows({ say, work }: { readonly say: Wording; readonly work: Work }): Button[][] {
  if (work.actor?.roles.includes("admin") !== true) return [];
  return [[{ text: say.plain("button-exports"), data: callbacks.exports() }]];
}

async function showExports(ctx: Ctx): Promise<void> {
  const { say, work } = ctx;
  adminOf(work);
  const waiting = await exportsAwaitingMe(work);
  await showPage(ctx, say.html("exports-title"), [
    ...waiting.map((exportId) => [
      { text: say.plain("button-export-waits"), data: callbacks.openExport({ exportId }) },
    ]),
    [
      {
        text: say.plain("button-recap"),
        data: callbacks.recap({ length: "month", before: 1, whom: "served", masked: true }),
      },
    ],
    [
      {
        text: say.plain("button-figures"),
        data: callbacks.accreditation({ length: "year", before: 0 }),
      },
    ],
    [{ text: say.plain("button-export-data"), data: callbacks.exportData() }],
    [
      { text: say.plain("button-lembar"), data: callbacks.lembarSettings() },
      { text: say.plain("button-primero"), data: callbacks.primero() },
    ],
    [
      { text: say.plain("button-reports"), data: callbacks.reports() },
      { text: say.plain("button-menu"), data: callbacks.menuHere() },
    ],
  ]);
}
