/** Photos and documents of an audit, looked at again. */
import { Composer } from "grammy";
import type { FileKind } from "../../records/case/attachments.js";
import { actorOf } from "../../records/people/rights.js";
import { dropEvidence, type EvidenceFile, readEvidence } from "../../records/standards/evidence.js";
import { escapeHtml } from "../../texts.js";
import { stayText } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { type Ctx, chatIdOf } from "../telegram/context.js";
import { handle } from "../telegram/handle.js";
import { queueUpload } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";

/** Shows the evidence of a component again, for who audits, and takes it out while the audit is open. */
export function evidenceFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.evidence, (ctx, { attachmentId }) => sendEvidence(ctx, attachmentId));
  handle(composer, callbacks.dropEvidence, async (ctx, { attachmentId }) => {
    await dropEvidence(ctx.work, attachmentId);
    await ctx.answerCallbackQuery(ctx.say.plain("evidence-dropped"));
    await ctx.editMessageReplyMarkup();
  });
  return composer;
}

/** A button for each file. */
export function evidenceButtons({ say }: Ctx, files: readonly EvidenceFile[]): Button[][] {
  return layOutButtons(
    files.map(({ id: attachmentId, kind }, index) => ({
      text: say.plain(`button-evidence-${kind === "photo" ? "photo" : "document"}`, { number: index + 1 }),
      data: callbacks.evidence({ attachmentId }),
    })),
    40,
    3,
  );
}

/** The call that sends each kind, and the name of a file that came without one. */
const calls: Readonly<Record<FileKind, { readonly method: string; readonly name: string }>> = {
  photo: { method: "sendPhoto", name: "photo.jpg" },
  voice: { method: "sendVoice", name: "voice.ogg" },
  document: { method: "sendDocument", name: "document" },
};

/** Sends a file of evidence into the chat for a while, protected against forwarding. */
async function sendEvidence(ctx: Ctx, attachmentId: string): Promise<void> {
  const { say, work } = ctx;
  const file = await readEvidence(work, attachmentId);
  if (file.status !== "stored") {
    await ctx.answerCallbackQuery(say.plain(`evidence-${file.status}`));
    return;
  }
  const { method, name } = calls[file.kind];
  const stays = actorOf(work).rules.filesStay;
  queueUpload(work, method, {
    chatId: chatIdOf(ctx),
    field: file.kind,
    attachmentId,
    name: file.name ?? name,
    stays,
    caption: joinLines([
      say.html("evidence-caption", { component: say.plain(`component-${file.component}`), code: file.code }),
      file.caption === null ? undefined : escapeHtml(file.caption),
      say.html("shown-stays", { stay: stayText(stays, say) }),
    ]),
    rows: file.isOpen
      ? [[{ text: say.plain("button-evidence-drop"), data: callbacks.dropEvidence({ attachmentId }) }]]
      : [],
  });
  await ctx.answerCallbackQuery();
}
