import { acceptText } from "../../practice/inputs/text.js";
import type { Ctx } from "../telegram/context.js";
import type { EntryEnd } from "../telegram/entry.js";
import { reasonOf } from "../telegram/reason.js";

/** Acts for the reason that was typed, or says why it is none. */
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
