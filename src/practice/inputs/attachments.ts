/** Photos, voice notes, documents and places. Size and type of file are checked where a file is received. */
import type { AttachmentRef } from "../form.js";
import { explained } from "../reasons.js";
import { accepted, type InputOutcome } from "./outcome.js";

type Kind = AttachmentRef["kind"];

const kinds: readonly Kind[] = ["photo", "voice", "document", "location"];

/** The kinds a question takes, as reasons name them: in a fixed order, joined by `-`. */
export function acceptedKinds(accepts: readonly Kind[]): string {
  return kinds.filter((kind) => accepts.includes(kind)).join("-");
}

/** What was sent, if it is of a kind the question takes and, for a place, on this earth. */
export function checkAttachment(attachment: AttachmentRef, accepts: readonly Kind[]): InputOutcome {
  if (!accepts.includes(attachment.kind)) {
    return explained("attachment-kind", { got: attachment.kind, accepts: acceptedKinds(accepts) });
  }
  if (attachment.kind !== "location") return accepted(attachment);
  const { latitude, longitude } = attachment;
  const possible = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return possible ? accepted(attachment) : explained("location-impossible", {});
}
