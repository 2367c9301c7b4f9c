import { type FormId, formIds } from "../../practice/form.js";

/** A form of a case that was entered and not answered yet. Its round begins with the first answer, not before. */
export type Unbegun = {
  readonly caseId: string;
  readonly form: FormId;
  /** A further round, where one could be gone on with or amended. */
  readonly anew: boolean;
};

/** What stands for it where a person stands at a round by its id. */
export function unbegunId({ caseId, form, anew }: Unbegun): string {
  return `${caseId}.${form}${anew ? ".anew" : ""}`;
}

/** Reads it back; undefined for the id of a round. */
export function unbegunOf(id: string): Unbegun | undefined {
  const [caseId = "", word, more] = id.split(".");
  const form = formIds.find((known) => known === word);
  return form === undefined ? undefined : { caseId, form, anew: more !== undefined };
}
