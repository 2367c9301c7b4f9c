/** What a file is, by its first bytes: people name their files as they like, and browsers must not guess. */

const signatures: readonly { readonly type: string; readonly at: number; readonly bytes: string }[] = [
  { type: "image/png", at: 0, bytes: "89504e47" },
  { type: "image/jpeg", at: 0, bytes: "ffd8ff" },
  { type: "image/gif", at: 0, bytes: "47494638" },
  { type: "image/webp", at: 8, bytes: "57454250" },
  { type: "audio/wav", at: 8, bytes: "57415645" },
  { type: "audio/webm", at: 0, bytes: "1a45dfa3" },
  { type: "audio/ogg", at: 0, bytes: "4f676753" },
  { type: "audio/mpeg", at: 0, bytes: "494433" },
  { type: "audio/mpeg", at: 0, bytes: "fffb" },
  { type: "audio/mp4", at: 4, bytes: "66747970" },
  { type: "application/pdf", at: 0, bytes: "255044462d" },
];

/**
 * The type of a file that a browser may show in place, undefined of any other. Text is one only where it was sent
 * as such, and holds no NUL.
 */
export function shownType(bytes: Buffer, sentAs: string | undefined): string | undefined {
  for (const { type, at, bytes: signature } of signatures) {
    if (bytes.subarray(at, at + signature.length / 2).toString("hex") === signature) return type;
  }
  const isText = sentAs === "text/plain" || sentAs === "text/csv";
  return isText && !bytes.includes(0) ? "text/plain; charset=utf-8" : undefined;
}
