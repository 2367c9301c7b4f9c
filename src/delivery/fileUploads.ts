import pLimit from "p-limit";
import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import type { Outgoing } from "../records/people/work.js";
import type { MessageAtHand } from "./sql/claimMessages.js";
import type { BotApiClient, CallResult } from "./telegram.js";

/** The stored file a message refers to. */
export type StoredUpload = NonNullable<Outgoing["upload"]>;
/** The decrypted payload of a message. */
export type OpenedPayload = Readonly<Record<string, unknown>> & {
  /** An earlier version noted here how long the file stays. */
  readonly upload?: (StoredUpload & { readonly stays?: number }) | undefined;
  readonly stays?: number | undefined;
  /** The message of the outbox whose id is filled in. */
  readonly of?: string | undefined;
};

/** The longest time (ms) for sending a file. */
const uploadPatience = 120_000;

/** Sends stored files, one at a time: a file is in memory twice, plain and as the request. */
export function fileUploadsOf({
  telegram,
  files,
  log,
}: {
  readonly telegram: BotApiClient;
  readonly files: Pick<AttachmentFiles, "read">;
  readonly log: Logger;
}) {
  /** Sends a stored file. If it cannot be read any more, it counts as refused for good, and the person is told. */
  async function sendFile(
    message: MessageAtHand,
    payload: OpenedPayload,
    { attachmentId, name, content }: StoredUpload,
  ): Promise<CallResult> {
    let bytes: Buffer;
    try {
      bytes = content === undefined ? await files.read(attachmentId) : Buffer.from(content, "base64");
    } catch (error) {
      log.error({ err: error, attachment: attachmentId }, "a kept file cannot be read");
      return { kind: "refused", code: 410, description: "the kept file cannot be read" };
    }
    const uploads = [{ field: attachmentId, name, bytes }];
    return telegram.call(message.method, payload, { uploads, timeout: uploadPatience });
  }

  const oneAtATime = pLimit(1);
  return {
    /** Makes a call with a stored file, after all calls before it. */
    send: (message: MessageAtHand, payload: OpenedPayload, upload: StoredUpload): Promise<CallResult> =>
      oneAtATime(() => sendFile(message, payload, upload)),
  };
}
