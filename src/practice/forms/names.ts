/** Which questions of the forms are answered with a name, a place or a number, and not with sentences. */
import type { Path } from "../form.js";
import { locate } from "../walk.js";
import { allForms } from "./catalogue.js";

/** Whether the answer at `path` only tells who or where somebody is, in any form and version with such a path. */
export function asksForName(path: Path): boolean {
  const questions = allForms.flatMap((form) => {
    const location = locate(form, path);
    return location?.kind === "ask" ? [location.question] : [];
  });
  return (
    questions.length > 0 && questions.every(({ identity, type }) => identity === true && type !== "longText")
  );
}
