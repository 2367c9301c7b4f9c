import type { Danger } from "../../practice/forms/vocabulary.js";
import type { Work } from "../people/work.js";
import { statement } from "../storage/connections.js";

/** How long (ms) the same danger is not pointed out again in the same form. */
const quiet = 10 * 60_000;

/** A danger that was read in a message while a question of this round waited; null for one outside of any. */
type ReadDanger = {
  readonly roundId: string | null;
  readonly whom: string;
  readonly kinds: readonly Danger[];
};

/**
 * Whether one of these dangers was not pointed out in this chat and round in the last ten minutes. If so it counts as
 * pointed out from this work's commit on, for every instance.
 */
export async function isNewDanger(work: Work, { roundId, whom, kinds }: ReadDanger): Promise<boolean> {
  const named = kinds.length === 0 ? ["some"] : kinds;
  const hints = named.map((kind) => work.sealer.index(`${roundId ?? ""}:${whom}:${kind}`, "danger-shown"));
  const fresh = await statement<{ hint: string }>(await work.tx(), pointOut, [
    work.chatId,
    hints,
    work.now,
    new Date(work.now.getTime() - quiet),
  ]);
  return fresh.length > 0;
}

/** Notes the hints $2 of the chat $1 at $3, and returns those that were not noted since $4. */
const pointOut = `-- prepared: pointOut
INSERT INTO "DangerShown" ("chatId", "hint", "at") SELECT $1, h, $3 FROM unnest($2::text[]) AS h
ON CONFLICT ("chatId", "hint") DO UPDATE SET "at" = EXCLUDED."at" WHERE "DangerShown"."at" <= $4
RETURNING "hint"`;
