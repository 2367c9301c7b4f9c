import type { Person } from "../../src/playground/people.js";
import type { PressHandle } from "../../src/playground/pressing.js";

/**
 * A person goes straight to a screen, as a button below the newest message would lead there. What came before it counts
 * as seen.
 */
export function goes(person: Person, data: string): PressHandle {
  person.looksAway();
  return person.pressesData(data);
}
