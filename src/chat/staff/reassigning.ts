import { reassignCases } from "../../records/due/staffing.js";
import { memberCard } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { Locale, MessageKey, TextArgs, Texts } from "../../texts.js";
import { notifyNewSupervisor, type WaitingNotified } from "../approval/waiting.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import type { NotifiedColleague } from "../telegram/notices.js";
import { tellMember } from "./staffNotices.js";

/** The most codes listed in a notice; the rest is counted. */
const mostCodes = 12;

/** The result of giving a worker's cases to another worker. */
export type ReassignmentResult = {
  readonly cases: number;
  /** The name of the new worker. */
  readonly to: string;
  /** Both workers and their supervisors, without the acting admin. */
  readonly told: readonly NotifiedColleague[];
  /** What of these cases waits for another supervisor now; undefined where the same one supervises both workers. */
  readonly waiting: WaitingNotified | undefined;
};

/** Gives a worker's open cases to another worker. Both workers and their supervisors are told the codes. */
export async function reassignAndNotify(
  ctx: Ctx,
  texts: Texts,
  fromId: string,
  toId: string,
): Promise<ReassignmentResult> {
  const { work } = ctx;
  const [from, to] = [await memberCard(work, fromId), await memberCard(work, toId)];
  const codes = await reassignCases(work, fromId, toId);
  const told: NotifiedColleague[] = [];
  const tell = async <K extends MessageKey>(
    person: { readonly id: string; readonly name: string },
    key: K,
    args: TextArgs<K>,
    rows?: (locale: Locale) => Button[][],
  ) => {
    const reached = await tellMember(work, texts, person.id, key, args, rows);
    if (person.id !== actorOf(work).memberId) told.push({ name: person.name, reached });
  };
  const cases = codes.length;
  if (cases === 0) return { cases, to: to.name, told, waiting: undefined };
  const which = codesText(codes);
  const listOf =
    (whose: "mine" | "team", key: "button-my-cases" | "button-team-cases") => (locale: Locale) => [
      [{ text: texts.plain(locale, key), data: callbacks.caseList({ whose, page: 0 }) }],
    ];
  const received = { cases, name: from.name, codes: which };
  await tell(to, "notice-cases-received", [received], listOf("mine", "button-my-cases"));
  await tell(from, "notice-cases-given", [{ cases, name: to.name, codes: which }]);
  const moved = { cases, from: from.name, to: to.name, codes: which };
  const { supervisorId: before, supervisor: former } = from;
  const { supervisorId: after, supervisor: next } = to;
  if (after !== null && next !== null)
    await tell(
      { id: after, name: next.name },
      "notice-cases-moved",
      [moved],
      listOf("team", "button-team-cases"),
    );
  if (before !== null && former !== null && before !== after)
    await tell({ id: before, name: former.name }, "notice-cases-left", [moved]);
  const waiting = before === after ? undefined : await notifyNewSupervisor(ctx, texts, [toId], after, codes);
  return { cases, to: to.name, told, waiting };
}

/** "K-2026-0001, K-2026-0004": so many as fit one look, and how many more. */
function codesText(codes: readonly string[]): string {
  const rest = codes.length - mostCodes;
  return `${codes.slice(0, mostCodes).join(", ")}${rest > 0 ? ` +${rest}` : ""}`;
}
