import { type CaseFacts, latestComplete } from "../../practice/caseFacts.js";
import { dataStanding } from "../../practice/dataGround.js";
import { groundLetters } from "../../practice/legalGrounds.js";
import { adminsToAsk } from "../../records/case/approval.js";
import type { Case } from "../../records/case/case.js";
import { namedGround } from "../../records/case/dataGround.js";
import { heardLater } from "../../records/due/quietHours.js";
import { contactOf, nameOf } from "../../records/people/members.js";
import { actorOf, may } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";
import type { Texts } from "../../texts.js";
import { momentOf, readable } from "../telegram/answerText.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { type Notified, type NotifiedColleague, notify, recipientLocale } from "../telegram/notices.js";
import type { Wording } from "../telegram/wording.js";

/** The legal ground of a case's data, as lines of its card. Telegram HTML; empty where there is nothing to say. */
export async function dataLines(ctx: Ctx, subject: Case): Promise<readonly string[]> {
  const { say, work } = ctx;
  const { zone } = actorOf(work);
  const standing = dataStanding(subject.facts);
  switch (standing.kind) {
    case "open":
      return [];
    case "consented":
      return standing.proven ? [] : [say.html("data-unproven")];
    case "missing": {
      const since = momentOf(standing.since, zone, say);
      const why = missingText(subject.facts, say);
      return [`${why} ${say.html("data-held", { since, name: await deciderName(work, subject, say) })}`];
    }
    case "grounded": {
      const named = namedGround(subject);
      if (named === undefined) return [];
      return [
        say.html("data-grounded", {
          letter: groundLetters[named.ground],
          ground: say.plain(`legal-ground-${named.ground}`),
          name: await nameOf(work, named.memberId),
          since: momentOf(named.at, zone, say),
          reason: readable(named.reason, say),
        }),
      ];
    }
  }
}

/** Why the case is read-only for its client, and why it must not be erased; as lines of its card. */
export async function holdLines(ctx: Ctx, { case: head, course }: Case): Promise<readonly string[]> {
  const { say, work } = ctx;
  const lines: string[] = [];
  for (const kind of ["restricted", "preserved"] as const) {
    const isOn = (kind === "restricted" ? head.restrictedAt : head.preservedAt) !== null;
    const entry = isOn ? course.findLast((one) => one.kind === kind) : undefined;
    if (entry === undefined) continue;
    lines.push(
      say.html(`card-${kind}`, {
        since: momentOf(entry.at, actorOf(work).zone, say),
        name: await nameOf(work, entry.memberId),
        reason: readable(entry.reason ?? "", say),
      }),
    );
  }
  return lines;
}

/** The buttons that end either. */
export function holdRows({ say, work }: Ctx, { case: head }: Case): Button[][] {
  const { id: caseId, restrictedAt, preservedAt } = head;
  const actor = actorOf(work);
  return [
    ...(restrictedAt !== null && may(actor, head, "unrestrict")
      ? [[{ text: say.plain("button-unrestrict"), data: callbacks.unrestrictCase({ caseId }) }]]
      : []),
    ...(preservedAt !== null && may(actor, head, "preserve")
      ? [[{ text: say.plain("button-unpreserve"), data: callbacks.preserveCase({ caseId }) }]]
      : []),
  ];
}

/** The button that records what the client asks for of their data, for whoever may; also while the case is read-only. */
export function dataRequestRow({ say, work }: Ctx, { case: head }: Case): Button[] {
  if (!may(actorOf(work), head, "request")) return [];
  return [{ text: say.plain("button-data-request"), data: callbacks.dataRequestOf({ caseId: head.id }) }];
}

/** What the acting member can do about it from the card. */
export function dataRows(ctx: Ctx, subject: Case): Button[][] {
  const { say, work } = ctx;
  const { id: caseId } = subject.case;
  const standing = dataStanding(subject.facts);
  if (subject.facts.closed !== null || standing.kind === "open") return [];
  if (standing.kind === "missing") return groundWanted(ctx, subject);
  const isWorkers = subject.case.workerId === actorOf(work).memberId;
  // Version 1 of the approach had no question of its own for it.
  const asksProof = latestComplete(subject.facts, "approach")?.facts.dataConsentHow !== undefined;
  const proof = { text: say.plain("button-consent-proof"), data: callbacks.sendConsentProof({ caseId }) };
  const withdraws = {
    text: say.plain("button-client-withdraws"),
    data: callbacks.clientWithdraws({ caseId }),
  };
  return [
    ...(isWorkers && standing.kind === "consented" && !standing.proven && asksProof ? [[proof]] : []),
    ...(standing.kind === "consented" && may(actorOf(work), subject.case, "request") ? [[withdraws]] : []),
  ];
}

/** The button that opens the choice of grounds, for the member who may name one. */
export function groundWanted(ctx: Ctx, { case: subject }: Case): Button[][] {
  if (!may(actorOf(ctx.work), subject, "ground")) return [];
  const data = callbacks.dataGround({ caseId: subject.id });
  return [[{ text: ctx.say.plain("button-name-ground"), data }]];
}

/** Why no legal ground allows to go on. Telegram HTML. */
export function missingText(facts: CaseFacts, say: Wording): string {
  const standing = dataStanding(facts);
  return say.html(`data-missing-${standing.kind === "missing" ? standing.because : "refused"}`);
}

/** The name of the member who is to name the ground: the supervisor, or the admin where none is named. */
export async function deciderName(work: Work, { case: subject }: Case, say: Wording): Promise<string> {
  const { workerSupervisorId } = subject;
  return workerSupervisorId === null ? say.plain("role-admin") : nameOf(work, workerSupervisorId);
}

/**
 * Notifies the member who may name the ground: the worker's supervisor, or the admins where no supervisor can be
 * reached, not at night unless the case presses. Returns whom it tried to reach and whether that worked; empty where it
 * is the acting member.
 */
export async function tellOfMissing(
  work: Work,
  texts: Texts,
  subject: Case,
  say: Wording,
): Promise<readonly NotifiedColleague[]> {
  const { id: caseId, code, workerId, workerSupervisorId } = subject.case;
  const actor = actorOf(work);
  if (workerSupervisorId === actor.memberId) return [];
  const name = await nameOf(work, workerId);
  const tell = (to: Notified, mayDecide: boolean) => {
    const locale = recipientLocale(to.locale);
    const ground = {
      text: texts.plain(locale, "button-name-ground"),
      data: callbacks.dataGround({ caseId }),
    };
    const supervisor = {
      text: texts.plain(locale, "button-name-supervisor", { name }),
      data: callbacks.supervisorWanted({ workerId }),
    };
    notify(work, texts, to, "notice-ground-wanted", [{ code, name }], () =>
      workerSupervisorId !== null && mayDecide
        ? [[ground]]
        : mayDecide
          ? [[ground], [supervisor]]
          : [[supervisor]],
    );
  };
  const above = workerSupervisorId === null ? undefined : await contactOf(work, workerSupervisorId);
  if (above?.chat !== undefined) {
    tell(above.chat, true);
    return [{ name: above.name, reached: true }];
  }
  const admins = (await adminsToAsk(work)).filter(({ accountId }) => accountId !== actor.accountId);
  const after = await heardLater(work, caseId);
  for (const { accountId, locale } of admins) {
    tell({ chatId: accountId, locale, after }, above === undefined);
  }
  const later = after === undefined || admins.length === 0 ? {} : { later: momentOf(after, actor.zone, say) };
  return [
    ...(above === undefined ? [] : [{ name: above.name, reached: false }]),
    { name: say.plain("role-admin"), reached: admins.length > 0, ...later },
  ];
}
