import { Composer } from "grammy";
import { keepWithAlbum } from "../../records/case/attachments.js";
import { isLaidBy, layBy } from "../../records/case/unfiled.js";
import { keepEvidenceWithAlbum } from "../../records/standards/evidence.js";
import type { Ctx } from "../telegram/context.js";
import { readMessage, whenSent } from "../telegram/incomingMessage.js";

/**
 * An album arrives as several messages. If its first one is stored already, or waits for its case, the others join it
 * before anything else handles them: they are no answers of their own.
 */
export function albumFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  composer.chatType("private").on("message", async (ctx, next) => {
    const { message, work } = ctx;
    const { media_group_id: albumId } = message;
    if (albumId === undefined || work.actor === undefined) return next();
    const incoming = readMessage(message);
    if (incoming.kind !== "file") return next();
    const { file, refused } = incoming;
    const isWaiting = await isLaidBy(work, albumId);
    if (refused !== undefined) {
      await ctx.reply(ctx.say.html(refused));
    } else if (isWaiting) {
      const laid = { words: file.caption, place: null, file, messageId: message.message_id };
      await layBy(work, { ...laid, sentAt: whenSent(message, work.now) });
    } else if (
      !(await keepWithAlbum(work, albumId, file)) &&
      (file.kind === "voice" || !(await keepEvidenceWithAlbum(work, albumId, file)))
    )
      return next();
  });
  return composer;
}
