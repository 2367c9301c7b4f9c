import { Composer } from "grammy";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { sendStoredFile } from "../telegram/storedFile.js";

/** Sends a file of a case to whoever may read the case: one press, one file. */
export function fileFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.sendFile, async (ctx, { attachmentId }) => {
    const status = await sendStoredFile(ctx, chatIdOf(ctx), attachmentId);
    await ctx.answerCallbackQuery(status === "stored" ? undefined : ctx.say.plain(`file-${status}`));
  });
  return composer;
}
