const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** Telegram HTML as plain text. */
export function plainOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:lt|gt|quot|amp);/g, (entity) => entities[entity] ?? entity);
}

/** A line of the chat without the sign it begins with, such as 📷: the fonts of papers have few of these. */
export function withoutSign(line: string): string {
  return line.replace(/^\p{Extended_Pictographic}\uFE0F?\s*/u, "");
}
