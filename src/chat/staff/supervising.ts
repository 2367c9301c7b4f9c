import { setSupervisor } from "../../records/due/staffing.js";
import { memberCard } from "../../records/people/members.js";
import type { Texts } from "../../texts.js";
import { passOnWaiting } from "../approval/approvals.js";
import type { Ctx } from "../telegram/context.js";
import { tellMember } from "./staffNotices.js";

/** What came of naming a supervisor. */
export type Named = {
  readonly worker: string;
  readonly supervisor: string;
  /** Forms that waited for somebody, and are now before this supervisor. */
  readonly waiting: number;
};

/** Names a worker's supervisor: both hear of it, and what waited for one reaches them. */
export async function nameSupervisor(
  ctx: Ctx,
  texts: Texts,
  workerId: string,
  supervisorId: string,
): Promise<Named> {
  const { work } = ctx;
  await setSupervisor(work, workerId, supervisorId);
  const { name: worker } = await memberCard(work, workerId);
  const { name: supervisor } = await memberCard(work, supervisorId);
  await tellMember(work, texts, workerId, "notice-supervisor", [{ name: supervisor }]);
  await tellMember(work, texts, supervisorId, "notice-supervising", [{ name: worker }]);
  const waiting = await passOnWaiting(ctx, texts, workerId);
  return { worker, supervisor, waiting };
}
