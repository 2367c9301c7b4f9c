/** Which remarks on a returned form are mended, and where the worker goes next. */
import type { Answers, Form, FormContext, Path } from "./form.js";
import { steps } from "./walk.js";

/** A remark on a form; `part` is a path, an item or a list, or null for the whole of it. */
export type Remarked = { readonly part: Path | null; readonly at: Date };

/** When each answer was given last. */
type Given = ReadonlyMap<Path, { readonly at: Date }>;

/** Whether a remark is about the answer at `path`. One on the whole form is about none in particular. */
export function isAbout({ part }: Pick<Remarked, "part">, path: Path): boolean {
  return part !== null && (path === part || path.startsWith(`${part}.`));
}

/** Whether something was answered at the place of a remark since it was made. */
export function isMended(remark: Remarked, given: Given): boolean {
  for (const [path, { at }] of given) if (at > remark.at && isAbout(remark, path)) return true;
  return false;
}

/**
 * The first answer, in the order of the form and behind `after` where that is given, with a remark that is not mended.
 * Undefined where there is none.
 */
export function nextRemarked<R extends Remarked>(
  form: Form,
  answers: Answers,
  context: FormContext,
  { remarks, revisions }: { readonly remarks: readonly R[]; readonly revisions: Given },
  after?: Path,
): Path | undefined {
  const open = remarks.filter((remark) => !isMended(remark, revisions));
  let isBehind = after === undefined;
  for (const { kind, path } of steps(form, answers, context)) {
    if (isBehind && kind === "ask" && open.some((remark) => isAbout(remark, path))) return path;
    if (path === after) isBehind = true;
  }
  return undefined;
}
