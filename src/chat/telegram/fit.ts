/** Telegram's limits on a text and on a caption, counted after its tags and entities are read. */
export const textLimits = { text: 4096, caption: 1024 } as const;

type Piece =
  | { readonly kind: "open"; readonly source: string; readonly tag: string }
  | { readonly kind: "close"; readonly source: string; readonly tag: string }
  /** One visible character, which an entity such as &amp; may stand for. */
  | { readonly kind: "character"; readonly source: string };

/**
 * Cuts Telegram HTML into parts that fit, at the end of a line where there is one in the last half of a part.
 * Tags open at a cut are closed before it and opened again after it.
 */
export function splitHtml(html: string, most: number = textLimits.text): string[] {
  if (html.length <= most) return [html];
  const parts: string[] = [];
  let part = "";
  let length = 0;
  let open: Piece[] = [];
  /** The last line end in this part: what came before it, and the tags open there. */
  let lineEnd: { readonly at: number; readonly length: number; readonly open: Piece[] } | undefined;

  const closing = (tags: readonly Piece[]) =>
    [...tags]
      .reverse()
      .map((tag) => (tag.kind === "open" ? `</${tag.tag}>` : ""))
      .join("");
  const opening = (tags: readonly Piece[]) => tags.map((tag) => tag.source).join("");

  for (const piece of piecesOf(html)) {
    if (piece.kind === "character" && length + 1 > most) {
      if (lineEnd !== undefined && lineEnd.length > most / 2) {
        parts.push(part.slice(0, lineEnd.at) + closing(lineEnd.open));
        const rest = part.slice(lineEnd.at + 1);
        length -= lineEnd.length + 1;
        part = opening(lineEnd.open) + rest;
      } else {
        parts.push(part + closing(open));
        part = opening(open);
        length = 0;
      }
      lineEnd = undefined;
    }
    if (piece.kind === "open") open = [...open, piece];
    if (piece.kind === "close") open = open.slice(0, -1);
    if (piece.kind === "character") {
      if (piece.source === "\n") lineEnd = { at: part.length, length, open };
      length += piece.source.length > 1 && piece.source.startsWith("&") ? 1 : piece.source.length;
    }
    part += piece.source;
  }
  if (length > 0) parts.push(part);
  return parts;
}

/** Shortens a text that must stay one message and marks the cut. */
export function fitted(html: string, most: number): string {
  const [first = "", ...rest] = splitHtml(html, most);
  if (rest.length === 0) return first;
  return `${splitHtml(html, most - 1)[0] ?? ""}…`;
}

function* piecesOf(html: string): Generator<Piece> {
  for (const [source] of html.matchAll(/<[^>]*>|&(?:lt|gt|amp|quot|#\d+|#x[\da-f]+);|[\s\S]/giu)) {
    if (source.startsWith("</")) yield { kind: "close", source, tag: source.slice(2, -1).trim() };
    else if (source.startsWith("<"))
      yield { kind: "open", source, tag: /^<\s*([\w-]+)/.exec(source)?.[1] ?? "" };
    else yield { kind: "character", source };
  }
}
