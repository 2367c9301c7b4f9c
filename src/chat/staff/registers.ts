import { Composer } from "grammy";
import { listBreaches } from "../../records/dataRights/breaches.js";
import { erasuresAwaitingMe } from "../../records/dataRights/requestedErasure.js";
import { actorOf } from "../../records/people/rights.js";
import {
  type BreachLine,
  breachRegister,
  type PermitLine,
  permitRegister,
  type RequestLine,
  registerPerPage,
  requestRegister,
} from "../../records/staff/registers.js";
import { showAccreditation } from "../standards/accreditationScreen.js";
import { momentOf } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { joinLines, pageRow, showPage } from "../telegram/screen.js";
import { strText } from "./roster.js";

type Register = "permits" | "requests" | "breaches";

/**
 * The registers an admin answers for: permits to practise, requests of clients about their data, data breaches, and the
 * accreditation of the institution.
 */
export function registersFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.register, (ctx, { which, page }) =>
    which === "accreditation" ? showAccreditation(ctx) : showRegister(ctx, which, page),
  );
  return composer;
}

async function showRegister(ctx: Ctx, which: Register, page: number): Promise<void> {
  const { say, work } = ctx;
  const { lines, total } = await linesOf(ctx, which, page);
  const more: Button[][] =
    which === "breaches"
      ? await breachRows(ctx, page)
      : which === "requests"
        ? (await erasuresAwaitingMe(work)).map(({ id: requestId, code }) => [
            { text: `${say.plain("button-erase")} · ${code}`, data: callbacks.erasure({ requestId }) },
          ])
        : [];
  const title = say.html(`register-${which}`, { total });
  const text = lines.length === 0 ? say.html("register-nothing") : joinLines(lines);
  await showPage(ctx, joinLines([title, text], "\n\n"), [
    pageRow(page, total, registerPerPage, (to) => callbacks.register({ which, page: to })),
    ...more,
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

/** The records of the breaches on a page, and the way to open another one. */
async function breachRows({ say, work }: Ctx, page: number): Promise<Button[][]> {
  const breaches = await listBreaches(work, page, registerPerPage);
  return [
    ...breaches.map(({ id: breachId, code, knownAt }) => [
      {
        text: say.plain("button-breach-card", { code, known: momentOf(knownAt, actorOf(work).zone, say) }),
        data: callbacks.breachCard({ breachId }),
      },
    ]),
    [{ text: say.plain("button-breach"), data: callbacks.breach() }],
  ];
}

async function linesOf(
  ctx: Ctx,
  which: Register,
  page: number,
): Promise<{ lines: readonly string[]; total: number }> {
  if (which === "permits") {
    const { lines, total } = await permitRegister(ctx.work, page);
    return { lines: lines.map((line) => permitText(ctx, line)), total };
  }
  if (which === "requests") {
    const { lines, total } = await requestRegister(ctx.work, page);
    return { lines: lines.map((line) => requestText(ctx, line)), total };
  }
  const { lines, total } = await breachRegister(ctx.work, page);
  return { lines: lines.map((line) => breachText(ctx, line)), total };
}

/** "• Bu Ratna · STR: berlaku sampai … · SIPPS: 1". */
function permitText({ say }: Ctx, { name, str, places }: PermitLine): string {
  return joinLines([say.html("register-permit", { name }), strText(say, str), `SIPPS: ${places}`], " · ");
}

/** "• K-2026-0042 · salinan data · Bu Ratna · sejak …, paling lambat … · dipenuhi … · klien diberi tahu …". */
function requestText(
  { say, work }: Ctx,
  { code, kind, name, askedAt, dueAt, endedAt, notifiedAt, isRefused }: RequestLine,
): string {
  const moment = (at: Date) => momentOf(at, actorOf(work).zone, say);
  const whose = `${code} · ${say.plain(`data-right-${kind}`)} · ${name}`;
  return joinLines(
    [
      say.html("register-span", { whose, since: moment(askedAt), due: moment(dueAt) }),
      endedAt === null
        ? say.html(dueAt < work.now ? "register-late" : "register-open")
        : say.html(isRefused ? "register-request-refused" : "register-met", { at: moment(endedAt) }),
      notifiedAt === null ? undefined : say.html("register-request-told", { at: moment(notifiedAt) }),
    ],
    " · ",
  );
}

/** "• Bu Sari · sejak …, paling lambat … · belum dipenuhi". */
function breachText({ say, work }: Ctx, { name, startsAt, dueAt, metAt }: BreachLine): string {
  const moment = (at: Date) => momentOf(at, actorOf(work).zone, say);
  const span = say.html("register-span", { whose: name, since: moment(startsAt), due: moment(dueAt) });
  const state =
    metAt === null
      ? say.html(dueAt < work.now ? "register-late" : "register-open")
      : say.html("register-met", { at: moment(metAt) });
  return joinLines([span, state], " · ");
}
