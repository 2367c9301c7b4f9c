import { setSupervisor } from "../../records/due/staffing.js";
import { memberCard } from "../../records/people/members.js";
import { actorOf } from "../../records/people/rights.js";
import type { MessageKey, TextArgs, Texts } from "../../texts.js";
import { notifyNewSupervisor, type WaitingNotified } from "../approval/waiting.js";
import type { Ctx } from "../telegram/context.js";
import type { NotifiedColleague } from "../telegram/notices.js";
import type { Wording } from "../telegram/wording.js";
import { tellMember } from "./staffNotices.js";

/** The result of naming a supervisor. */
export type SupervisorNaming = {
  readonly worker: string;
  readonly supervisor: string;
  /** What of the worker's waits for whoever supervises them, and whether this supervisor hears of it now. */
  readonly waiting: WaitingNotified;
  /** The worker, the new supervisor and the former one, without the acting admin. */
  readonly told: readonly NotifiedColleague[];
};

/** What waits, as the admin reads it: nothing of it, only how much, and whether it was passed on. */
export function waitingText(say: Wording, { count, reached }: WaitingNotified): string {
  if (count === 0) return say.html("waiting-none");
  return reached ? say.html("waiting-passed-on", { count }) : say.html("waiting-left", { count });
}

/** Names a worker's supervisor, tells everybody concerned, and sends the new supervisor what waits. */
export async function nameSupervisor(
  ctx: Ctx,
  texts: Texts,
  workerId: string,
  supervisorId: string,
): Promise<SupervisorNaming> {
  const { work } = ctx;
  const before = await memberCard(work, workerId);
  await setSupervisor(work, workerId, supervisorId);
  const worker = { id: workerId, name: before.name };
  const supervisor = { id: supervisorId, name: (await memberCard(work, supervisorId)).name };
  const told: NotifiedColleague[] = [];
  const tell = async <K extends MessageKey>(
    to: { readonly id: string; readonly name: string },
    key: K,
    args: TextArgs<K>,
  ) => {
    const reached = await tellMember(work, texts, to.id, key, args);
    if (to.id !== actorOf(work).memberId) told.push({ name: to.name, reached });
  };
  await tell(worker, "notice-supervisor", [{ name: supervisor.name }]);
  await tell(supervisor, "notice-supervising", [{ name: worker.name }]);
  if (before.supervisor !== null && before.supervisorId !== null && before.supervisorId !== supervisorId) {
    const former = { id: before.supervisorId, name: before.supervisor.name };
    await tell(former, "notice-supervising-ended", [{ name: worker.name, supervisor: supervisor.name }]);
  }
  const waiting = await notifyNewSupervisor(ctx, texts, [workerId], supervisorId);
  return { worker: worker.name, supervisor: supervisor.name, waiting, told };
}
