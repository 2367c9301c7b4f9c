import { acceptText } from "../../practice/inputs/text.js";
import type { Ctx } from "../telegram/context.js";
import type { EntryEnd } from "../telegram/entry.js";
import { reasonOf } from "../telegram/reason.js";

/** Does something for a typed reason, or explains why the text is no reason. */
export async function withReason(
  ctx: Ctx,
  answer: string,
  act: (reason: string) => Promise<void>,
): Promise<EntryEnd> {
  const reason = acceptText(answer, 1_000, true);
  if (reason.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, reason) };
  await act(String(reason.value));
  return { kind: "done" };
}
