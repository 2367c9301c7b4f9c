/** Which answers say who somebody is. */
import type { AskedQuestion, Location } from "./walk.js";

/** Types of questions that ask who somebody is, or when they were born, wherever they stand. */
const always: ReadonlySet<AskedQuestion["type"]> = new Set(["person", "phone", "birth"]);

/** Whether a place in a form asks who somebody is: its form says so, or its type does. */
export function asksIdentity(place: Location): boolean {
  if (place.kind === "another") return place.group.identity === true;
  const { question, item } = place;
  return question.identity === true || item?.group.identity === true || always.has(question.type);
}
