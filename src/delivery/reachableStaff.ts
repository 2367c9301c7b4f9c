import { statement } from "../records/storage/connections.js";
import type { Tx } from "../records/storage/tx.js";
import type { ReachableStaff } from "./escalation.js";
import { type ClaimedDeadline, reachableMembers } from "./sql/claimDeadlines.js";

/** The members the bot can reach among those these deadlines concern, by organisation. One statement. */
export async function reachableIn(
  tx: Tx,
  rows: readonly Pick<ClaimedDeadline, "memberId" | "supervisorId" | "askerId" | "organizationId">[],
): Promise<(organizationId: string) => ReachableStaff> {
  const people = [
    ...new Set(
      rows.flatMap(({ memberId, supervisorId, askerId }) =>
        [memberId, supervisorId ?? [], askerId ?? []].flat(),
      ),
    ),
  ];
  const organizations = [...new Set(rows.map(({ organizationId }) => organizationId))];
  const found = await statement<{ id: string; organizationId: string; admin: boolean }>(
    tx,
    reachableMembers,
    [people, organizations],
  );
  return (organizationId) => {
    const members = found.filter((member) => member.organizationId === organizationId);
    return {
      members: new Set(members.map(({ id }) => id)),
      admins: members.filter(({ admin }) => admin).map(({ id }) => id),
    };
  };
}
