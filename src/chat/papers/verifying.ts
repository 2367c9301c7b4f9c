import { Composer } from "grammy";
import { type VerifiedPaper, verifiedPaper } from "../../records/papers/verifying.js";
import { dayOf } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines, sendNew } from "../telegram/screen.js";

/** The prefix that tells the code of a paper in `/start <payload>`. */
const paperPrefix = "v_";

/** Where the code of a paper leads: to this bot, which says whether the paper still holds. */
export function checkLink(ctx: Ctx, code: string): string {
  return `https://t.me/${ctx.me.username}?start=${paperPrefix}${code}`;
}

/** `/start v_…`: the code of a print was scanned, by anybody. */
export function verifyingFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.command("start", (ctx, next) => {
    const payload = ctx.match.trim();
    return payload.startsWith(paperPrefix) ? showVerified(ctx, payload.slice(paperPrefix.length)) : next();
  });
  return composer;
}

/** Says to whoever has a paper in hand what it is and whether it still holds. Nobody is named, and no case. */
async function showVerified(ctx: Ctx, code: string): Promise<void> {
  const { say } = ctx;
  const paper = await verifiedPaper(ctx.work, code);
  if (paper === undefined) return sendNew(ctx, say.html("verify-unknown"));
  await sendNew(ctx, verifiedText(ctx, paper));
}

function verifiedText({ say }: Ctx, paper: VerifiedPaper) {
  const { institution, kind, number, day, standing, digest } = paper;
  return joinLines([
    say.html(`verify-${standing}`),
    say.html("verify-paper", { paper: say.plain(`paper-${kind}`), institution }),
    number === null ? undefined : say.html("verify-number", { number }),
    say.html("verify-day", { day: dayOf(day, say) }),
    digest === null ? undefined : say.html("verify-digest", { digest: digest.slice(0, 16) }),
    say.html("verify-hint"),
  ]);
}
