import { type FormId, formIds } from "../../practice/form.js";

/** A form of a case that was entered and not answered yet. Its round begins with the first answer, not before. */
export type UnstartedRound = {
  readonly caseId: string;
  readonly form: FormId;
  /** A further round, where one could be gone on with or amended. */
  readonly anew: boolean;
};

/** What stands for it where a person stands at a round by its id. */
export function unstartedId({ caseId, form, anew }: UnstartedRound): string {
  return `${caseId}.${form}${anew ? ".anew" : ""}`;
}

/** Reads it back; undefined for the id of a round. */
export function unstartedOf(id: string): UnstartedRound | undefined {
  const [caseId = "", word, more] = id.split(".");
  const form = formIds.find((known) => known === word);
  return form === undefined ? undefined : { caseId, form, anew: more !== undefined };
}
