/** The recap and the view for an assessor: which period, and as what they are made. */
import { Composer } from "grammy";
import { dateIn } from "../../practice/calendar.js";
import {
  bandsIn,
  mostBands,
  type Period,
  type PeriodLength,
  periodLengths,
  periodOf,
  type RecapCount,
} from "../../practice/exports/recap.js";
import { beginExport } from "../../records/exports/exports.js";
import { recapSettings, setRecapSettings } from "../../records/exports/settings.js";
import { adminOf } from "../../records/people/members.js";
import type { Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { recapSwitches } from "../telegram/callbacks/exports.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import { orderOrAsk } from "./ordering.js";
import { spanText } from "./recapPaper.js";

/** Where one stands on the page of the recap. */
type RecapPage = {
  readonly length: PeriodLength;
  readonly before: number;
  readonly whom: RecapCount;
  readonly masked: boolean;
};

/** Recaps and counts for an assessor. */
export function countScreensFeature(texts: Texts): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.recap, showRecap);
  handle(composer, callbacks.makeRecap, async (ctx, { length, before, whom, masked, format }) => {
    const period = periodAt(ctx, length, before);
    const choice = { kind: "recap", length, ...period, count: whom, masked, format } as const;
    await orderOrAsk(ctx, texts, await beginExport(ctx.work, choice, chatIdOf(ctx)));
  });
  handle(composer, callbacks.recapColumns, showColumns);
  handle(composer, callbacks.setRecapColumn, async (ctx, { what, on }) => {
    await setRecapSettings(ctx.work, { ...(await recapSettings(ctx.work)), [what]: on });
    await showColumns(ctx);
  });
  handle(composer, callbacks.recapBands, async (ctx) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.recapBands();
  });
  handle(composer, callbacks.accreditation, showAccreditation);
  handle(composer, callbacks.makeAccreditation, async (ctx, { length, before, format, named }) => {
    const choice = { kind: "accreditation", ...periodAt(ctx, length, before), format, named } as const;
    await orderOrAsk(ctx, texts, await beginExport(ctx.work, choice, chatIdOf(ctx)));
  });
  return composer;
}

/** What an admin types for a recap. */
export const recapEntries: readonly Entry[] = [
  handleEntry(entries.recapBands, {
    ask: async (ctx) => ({ text: ctx.say.html("recap-bands-ask"), cancel: callbacks.recapColumns() }),
    take: typedOnly(async (ctx, answer) => {
      const bands = bandsIn(answer);
      if (bands === undefined)
        return { kind: "again", explanation: ctx.say.html("recap-bands-unclear", { most: mostBands }) };
      await setRecapSettings(ctx.work, { ...(await recapSettings(ctx.work)), bands });
      await sendNew(ctx, ctx.say.html("recap-kept"), [
        [{ text: ctx.say.plain("button-recap-columns"), data: callbacks.recapColumns() }],
      ]);
      return { kind: "done" };
    }),
  }),
];

function periodAt(ctx: Ctx, length: PeriodLength, before: number): Period {
  const { zone } = adminOf(ctx.work);
  return periodOf(dateIn(zone, ctx.work.now), length, before);
}

async function showRecap(ctx: Ctx, page: RecapPage): Promise<void> {
  const { say } = ctx;
  const { length, before, whom, masked } = page;
  const period = periodAt(ctx, length, before);
  const other = whom === "served" ? "new" : "served";
  await showPage(
    ctx,
    joinLines(
      [
        say.html("recap-page", { period: spanText(period, say) }),
        say.html(`recap-page-${whom}`),
        say.html(masked ? "recap-page-masked" : "recap-page-unmasked"),
        say.html("recap-page-columns"),
      ],
      "\n\n",
    ),
    [
      ...periodRows(ctx, length, before, (to) => callbacks.recap({ ...page, ...to })),
      [{ text: say.plain(`button-recap-${other}`), data: callbacks.recap({ ...page, whom: other }) }],
      [
        {
          text: say.plain(masked ? "button-recap-unmask" : "button-recap-mask"),
          data: callbacks.recap({ ...page, masked: !masked }),
        },
      ],
      (["xlsx", "pdf"] as const).map((format) => ({
        text: say.plain(`button-make-${format}`),
        data: callbacks.makeRecap({ ...page, format }),
      })),
      [{ text: say.plain("button-recap-columns"), data: callbacks.recapColumns() }],
      [{ text: say.plain("button-back"), data: callbacks.exports() }],
    ],
  );
}

async function showAccreditation(
  ctx: Ctx,
  { length, before }: { readonly length: PeriodLength; readonly before: number },
): Promise<void> {
  const { say } = ctx;
  const page = { length, before };
  const period = periodAt(ctx, length, before);
  await showPage(
    ctx,
    joinLines(
      [
        say.html("accreditation-page", { period: spanText(period, say) }),
        say.html("accreditation-page-standing"),
      ],
      "\n\n",
    ),
    [
      ...periodRows(ctx, length, before, (to) => callbacks.accreditation({ ...page, ...to })),
      (["xlsx", "pdf"] as const).map((format) => ({
        text: say.plain(`button-make-${format}`),
        data: callbacks.makeAccreditation({ ...page, format, named: false }),
      })),
      [
        {
          text: say.plain("button-figures-names"),
          data: callbacks.makeAccreditation({ ...page, format: "xlsx", named: true }),
        },
      ],
      [{ text: say.plain("button-back"), data: callbacks.exports() }],
    ],
  );
}

/** A row to go back and forth in time, and one for other lengths of the period. */
function periodRows(
  { say }: Ctx,
  length: PeriodLength,
  before: number,
  data: (to: { readonly length: PeriodLength; readonly before: number }) => Button["data"],
): Button[][] {
  return [
    [
      ...(before < 99 ? [{ text: "◀️", data: data({ length, before: before + 1 }) }] : []),
      ...(before > 0 ? [{ text: "▶️", data: data({ length, before: before - 1 }) }] : []),
    ],
    periodLengths
      .filter((one) => one !== length)
      .map((one) => ({ text: say.plain(`button-period-${one}`), data: data({ length: one, before: 0 }) })),
  ];
}

async function showColumns(ctx: Ctx): Promise<void> {
  const { say, work } = ctx;
  adminOf(work);
  const settings = await recapSettings(work);
  const bands = settings.bands.map((from, at) => {
    const next = settings.bands[at + 1];
    return next === undefined
      ? say.plain("recap-band-open", { from })
      : say.plain("recap-band", { from, to: next - 1 });
  });
  await showPage(ctx, say.html("recap-columns-page", { bands: bands.join(" · ") }), [
    [{ text: say.plain("button-recap-bands"), data: callbacks.recapBands() }],
    ...recapSwitches.map((what): Button[] => [
      {
        text: `${settings[what] ? "☑️" : "▫️"} ${say.plain(`recap-switch-${what}`)}`,
        data: callbacks.setRecapColumn({ what, on: !settings[what] }),
      },
    ]),
    [
      {
        text: say.plain("button-back"),
        data: callbacks.recap({ length: "month", before: 1, whom: "served", masked: true }),
      },
    ],
  ]);
}
