import { setSupervisor } from "../../records/due/staffing.js";
import { memberCard } from "../../records/people/members.js";
import type { MessageKey, TextArgs, Texts } from "../../texts.js";
import { notifyNewSupervisor } from "../approval/approvals.js";
import type { Ctx } from "../telegram/context.js";
import type { NotifiedColleague } from "../telegram/notices.js";
import { tellMember } from "./staffNotices.js";

/** What came of naming a supervisor. */
export type SupervisorNaming = {
  readonly worker: string;
  readonly supervisor: string;
  /** Forms that waited for somebody, and are now before this supervisor. */
  readonly waiting: number;
  /** The worker, the new supervisor and the one before; not the admin who acts, who knows. */
  readonly told: readonly NotifiedColleague[];
};

/** Names a worker's supervisor: all whom it concerns hear of it, and what waited for one reaches the new one. */
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
    if (to.id !== work.actor?.memberId) told.push({ name: to.name, reached });
  };
  await tell(worker, "notice-supervisor", [{ name: supervisor.name }]);
  await tell(supervisor, "notice-supervising", [{ name: worker.name }]);
  if (before.supervisor !== null && before.supervisorId !== null && before.supervisorId !== supervisorId) {
    const former = { id: before.supervisorId, name: before.supervisor.name };
    await tell(former, "notice-supervising-ended", [{ name: worker.name, supervisor: supervisor.name }]);
  }
  const waiting = await notifyNewSupervisor(ctx, texts, workerId);
  return { worker: worker.name, supervisor: supervisor.name, waiting, told };
}
