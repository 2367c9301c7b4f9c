import type { Person } from "../../src/playground/people.js";

/** Everything that stands in a person's chat, both sides' messages. */
export function standing({ conversation }: Person): string {
  return [...conversation.messages.values()]
    .map(({ text, caption, photo }) => text ?? caption ?? (photo === undefined ? "" : "📷"))
    .join("\n");
}
