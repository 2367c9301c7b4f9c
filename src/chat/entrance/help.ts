import { Composer } from "grammy";
import type { Guides } from "../../documents/guides.js";
import { hasConsented } from "../../records/people/consent.js";
import { lockOf } from "../../records/people/pin.js";
import type { Html } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { queueFile } from "../telegram/outbox.js";
import { joinLines, showPage } from "../telegram/screen.js";

/** Help on one screen for where a person stands, and the guide of each of their roles as a PDF. */
export function helpFeature(guides: Guides): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command(["bantuan", "help"], help);
  handle(composer, callbacks.help, help);
  handle(composer, callbacks.sendGuide, async (ctx, { role }) => {
    const { say, work } = ctx;
    await ctx.answerCallbackQuery();
    queueFile(work, {
      chatId: chatIdOf(ctx),
      method: "sendDocument",
      bytes: await guides(ctx.locale, role),
      name: `${say.plain(`guide-${role}`)}.pdf`,
      caption: say.html("guide-caption", { guide: say.plain(`guide-${role}`) }),
    });
  });
  return composer;
}

/**
 * Where a person stands:
 *
 *   stranger ─► consent ─► locked, or a PIN must be set (unset) ─► menu ◄─► form, or a short question (entry)
 *
 * What comes first hides the rest: before the entrances nothing is said of what lies behind them.
 */
type Standing = "stranger" | "consent" | "locked" | "unset" | "form" | "entry" | "menu";

function standingOf({ work, resumeLink }: Ctx): Standing {
  const { actor } = work;
  if (actor === undefined) return "stranger";
  if (!hasConsented(actor)) return "consent";
  const lock = lockOf(work);
  if (lock !== "open") return lock;
  if (resumeLink === undefined) return "menu";
  return resumeLink.toForm ? "form" : "entry";
}

async function help(ctx: Ctx): Promise<void> {
  const { say } = ctx;
  const standing = standingOf(ctx);
  const { text, rows } = helpAt(ctx, standing);
  const isInside = ["form", "entry", "menu"].includes(standing);
  await showPage(ctx, joinLines([say.html("help-title"), text, say.html("help-stuck")], "\n\n"), [
    ...rows,
    ...(isInside ? guideButtons(ctx) : []),
    [
      { text: say.plain("button-sos"), data: callbacks.emergency() },
      { text: say.plain("button-menu"), data: isInside ? callbacks.menuHere() : callbacks.menu() },
    ],
  ]);
}

/** What helps there, and the buttons that lead on. The way back into an open question is added to every answer. */
function helpAt(ctx: Ctx, standing: Standing): { readonly text: Html | string; readonly rows: Button[][] } {
  const { say } = ctx;
  switch (standing) {
    case "stranger":
      return { text: say.html("help-stranger"), rows: [[languageButton(ctx)]] };
    case "consent":
      return {
        text: say.html("help-consent", { agree: say.plain("button-agree") }),
        rows: [
          [{ text: say.plain("button-read-again"), data: callbacks.readNoticeAgain() }, languageButton(ctx)],
        ],
      };
    case "locked":
      return {
        text: say.html("help-locked", { forgot: say.plain("button-pin-forgot") }),
        rows: [[{ text: say.plain("button-pin-forgot"), data: callbacks.forgotPin() }]],
      };
    case "unset":
      return {
        text: say.html("pin-required"),
        rows: [[{ text: say.plain("button-pin-set"), data: callbacks.choosePin() }]],
      };
    case "form":
      return {
        text: say.html("help-form", {
          why: say.plain("button-why"),
          first: say.plain("button-ask-first"),
          back: say.plain("button-back"),
          leave: say.plain("button-leave"),
        }),
        rows: [],
      };
    case "entry":
      return { text: say.html("help-entry", { cancel: say.plain("button-cancel") }), rows: [] };
    case "menu":
      return {
        text: joinLines(
          [
            ...rolesOf(ctx).map((role) => say.html(`help-${role}`)),
            say.html("help-asking", { username: ctx.me.username }),
          ],
          "\n\n",
        ),
        rows: goingOn(ctx),
      };
  }
}

/** The form that waits, and the case that was open last. */
function goingOn({ say, work }: Ctx): Button[][] {
  const { roundId, caseId } = work.dialogue;
  if (work.actor?.roles.includes("worker") !== true) return [];
  return [
    [
      ...(roundId === null ? [] : [{ text: say.plain("button-resume"), data: callbacks.resume() }]),
      ...(caseId === null
        ? []
        : [{ text: say.plain("button-to-case"), data: callbacks.openCase({ caseId }) }]),
    ],
  ];
}

function languageButton({ say }: Ctx): Button {
  return { text: say.plain("button-language"), data: callbacks.language() };
}

/** A button for the guide of each role of the person. */
function guideButtons(ctx: Ctx): Button[][] {
  return rolesOf(ctx).map((role) => [
    {
      text: ctx.say.plain("button-guide", { guide: ctx.say.plain(`guide-${role}`) }),
      data: callbacks.sendGuide({ role }),
    },
  ]);
}

function rolesOf({ work }: Ctx) {
  return work.actor?.roles ?? [];
}
