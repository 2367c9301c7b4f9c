import { type FormId, formIds } from "../../practice/form.js";

/**
 * A form of a case that was entered and not answered yet. Its round is created with the first answer, so looking at a
 * form leaves nothing behind.
 */
export type UnstartedRound = {
  readonly caseId: string;
  readonly form: FormId;
  /** Asks for a further round where one could be continued or amended. */
  readonly anew: boolean;
};

/** The id used in place of a round's id until the round is created. */
export function unstartedId({ caseId, form, anew }: UnstartedRound): string {
  return `${caseId}.${form}${anew ? ".anew" : ""}`;
}

/** Reads such an id; undefined for the id of a round. */
export function unstartedOf(id: string): UnstartedRound | undefined {
  const [caseId = "", word, more] = id.split(".");
  const form = formIds.find((known) => known === word);
  return form === undefined ? undefined : { caseId, form, anew: more !== undefined };
}
