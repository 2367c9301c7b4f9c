import { memberNames } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { ProposalEnd, StaffChange } from "../../records/staff/proposals.js";
import type { Locale, MessageKey, TextArgs, Texts } from "../../texts.js";
import { notifyNewSupervisor, type WaitingNotified } from "../approval/waiting.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { type NotifiedColleague, toldText } from "../telegram/notices.js";
import { joinLines } from "../telegram/screen.js";
import { olderText, withdrawContent } from "../telegram/withdrawing.js";
import type { Wording } from "../telegram/wording.js";
import { tellMember } from "./staffNotices.js";

/** The most codes listed in a notice; the rest is counted. */
const mostCodes = 12;

/** What waits, as the admin reads it: nothing of it, only how much, and whether it was passed on. */
export function waitingText(say: Wording, { count, reached }: WaitingNotified): string {
  if (count === 0) return say.html("waiting-none");
  return reached ? say.html("waiting-passed-on", { count }) : say.html("waiting-left", { count });
}

/** "K-2026-0001, K-2026-0004": so many as fit one look, and how many more. */
export function codesText(codes: readonly string[]): string {
  const rest = codes.length - mostCodes;
  return `${codes.slice(0, mostCodes).join(", ")}${rest > 0 ? ` +${rest}` : ""}`;
}

/**
 * Tells everybody concerned what became of a proposal, and returns what whoever acts reads: that it is done and who
 * knows of it, that it waits for somebody's yes, or why nothing was changed.
 */
export async function tellEnd(ctx: Ctx, texts: Texts, end: ProposalEnd): Promise<string> {
  const { say } = ctx;
  switch (end.kind) {
    case "done":
      return tellChange(ctx, texts, end.change);
    case "asked": {
      const by = { name: await nameIn(ctx, actorOf(ctx.work).memberId) };
      const told = await tellEach(ctx, texts, end.asked, "notice-staff-proposal", [by], (locale) => [
        [
          {
            text: texts.plain(locale, "button-proposal"),
            data: callbacks.staffProposal({ proposalId: end.proposalId }),
          },
        ],
      ]);
      return joinLines([say.html("proposal-asked"), toldText(say, told)], " ");
    }
    case "nobody":
      return say.html("proposal-nobody");
    case "refused":
    case "impossible": {
      const [name, worker] = [await nameIn(ctx, actorOf(ctx.work).memberId), await nameIn(ctx, end.workerId)];
      const key = `notice-proposal-${end.kind}` as const;
      const told = await tellEach(ctx, texts, [end.proposedById], key, [{ name, worker }]);
      return joinLines([say.html(`proposal-${end.kind}`), toldText(say, told)], " ");
    }
  }
}

/** Both workers and both supervisors, and the admin who proposed it, hear of it by code. */
async function tellChange(ctx: Ctx, texts: Texts, change: StaffChange): Promise<string> {
  const { say, work } = ctx;
  const { kind, workerId, toId, proposedById, supervisorBefore, supervisorAfter, codes, waiting } = change;
  const ids = [workerId, toId, proposedById, supervisorBefore, supervisorAfter].flatMap((id) => id ?? []);
  const names = await memberNames(work, [...new Set(ids)]);
  const name = (id: string | null) => (id === null ? "" : (names.get(id) ?? ""));
  const told: NotifiedColleague[] = [];
  const tell = async <K extends MessageKey>(
    id: string | null,
    key: K,
    args: TextArgs<K>,
    rows?: (locale: Locale) => Button[][],
  ) => {
    if (id === null || id === actorOf(work).memberId) return;
    told.push({ name: name(id), reached: await tellMember(work, texts, id, key, args, rows) });
  };
  const isNew = supervisorBefore !== supervisorAfter;
  let done: string;
  if (kind === "supervisor") {
    await tell(workerId, "notice-supervisor", [{ name: name(toId) }]);
    await tell(toId, "notice-supervising", [{ name: name(workerId) }]);
    const ended = { name: name(workerId), supervisor: name(toId) };
    if (isNew) await tell(supervisorBefore, "notice-supervising-ended", [ended]);
    done = say.html("member-supervisor-set", { name: name(toId) });
  } else {
    const cases = codes.length;
    const which = codesText(codes);
    const listOf =
      (whose: "mine" | "team", key: "button-my-cases" | "button-team-cases") => (locale: Locale) => [
        [{ text: texts.plain(locale, key), data: callbacks.caseList({ whose, page: 0 }) }],
      ];
    const received = { cases, name: name(workerId), codes: which };
    await tell(toId, "notice-cases-received", [received], listOf("mine", "button-my-cases"));
    await tell(workerId, "notice-cases-given", [{ cases, name: name(toId), codes: which }]);
    const moved = { cases, from: name(workerId), to: name(toId), codes: which };
    await tell(supervisorAfter, "notice-cases-moved", [moved], listOf("team", "button-team-cases"));
    if (isNew) await tell(supervisorBefore, "notice-cases-left", [moved]);
    done = say.html("member-given", { cases, name: name(toId) });
  }
  const concerned = [workerId, toId, supervisorBefore, supervisorAfter];
  if (!concerned.includes(proposedById))
    await tell(proposedById, "notice-proposal-done", [{ worker: name(workerId), to: name(toId) }]);
  const passed = isNew
    ? waitingText(say, await notifyNewSupervisor(ctx, texts, waiting, supervisorAfter))
    : undefined;
  const older = await withdrawContent(work, [workerId, supervisorBefore]);
  if (older > 0) await tell(proposedById, "withdrawn-older", [{ count: older }]);
  return joinLines([done, toldText(say, told), passed, olderText(ctx, older)], " ");
}

async function nameIn({ work }: Ctx, memberId: string): Promise<string> {
  return (await memberNames(work, [memberId])).get(memberId) ?? "";
}

async function tellEach<K extends MessageKey>(
  { work }: Ctx,
  texts: Texts,
  memberIds: readonly string[],
  key: K,
  args: TextArgs<K>,
  rows?: (locale: Locale) => Button[][],
): Promise<NotifiedColleague[]> {
  const names = await memberNames(work, memberIds);
  const told: NotifiedColleague[] = [];
  for (const id of memberIds)
    told.push({
      name: names.get(id) ?? "",
      reached: await tellMember(work, texts, id, key, args, rows),
    });
  return told;
}
