/** Social functioning (keberfungsian sosial), asked the same way at the baseline, in evaluation and in aftercare. */
import type { Question } from "../form.js";
import { groupServed } from "./served.js";

/** Where the three indicators come from. The scale of 1–5 is practice: no law fixes one. */
const basis = { work: "UU 14/2019", article: "Pasal 1 angka 3" } as const;

const variants = [groupServed] as const;

/**
 * The three indicators of UU 14/2019 Pasal 1 angka 3, each 1 (not at all) to 5 (by themselves): meets basic
 * needs and rights, carries out tasks and roles, copes with problems.
 */
export const functioning = [
  { key: "functioningNeeds", type: "scale", min: 1, max: 5, required: true, basis, variants },
  { key: "functioningRoles", type: "scale", min: 1, max: 5, required: true, basis, variants },
  { key: "functioningCoping", type: "scale", min: 1, max: 5, required: true, basis, variants },
] as const satisfies readonly Question[];
