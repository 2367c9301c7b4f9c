import type { Answers, Form, Key } from "../form.js";
import { locate } from "../walk.js";
import type { KnownWords } from "./masking.js";

/** Identity questions that ask where, not who. */
const places: ReadonlySet<Key> = new Set(["village", "district", "regency", "place"]);

/**
 * The names, phone numbers and places that the forms of a case were answered with: of the client, the household,
 * guardians, witnesses and whoever else a form asks to name.
 */
export function knownWords(
  rounds: readonly { readonly form: Form; readonly answers: Answers }[],
): KnownWords {
  const names: string[] = [];
  const numbers: string[] = [];
  const found = { names, numbers, places: [] as string[] };
  for (const { form, answers } of rounds) {
    for (const [path, value] of answers) {
      const place = locate(form, path);
      if (place?.kind !== "ask") continue;
      const { type, key, identity } = place.question;
      if (type === "person" && typeof value === "object" && value !== null && "name" in value) {
        names.push(value.name);
      } else if (typeof value !== "string") {
        // A birth and a choice name nobody.
      } else if (type === "phone") numbers.push(value);
      else if (identity === true && (type === "text" || type === "longText"))
        (places.has(key) ? found.places : names).push(value);
    }
  }
  return found;
}
