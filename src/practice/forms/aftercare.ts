/** Bimbingan lanjut: a visit after the service ended. Does the change hold, or is the case needed again? */
import type { Form } from "../form.js";
import { functioning } from "./functioning.js";
import { groupServed, servesGroup } from "./served.js";
import { dangers, immediateDangers } from "./vocabulary.js";
import { is } from "./when.js";

/** Output: catatan bimbingan lanjut. */
export const aftercare = {
  id: "aftercare",
  version: 3,
  stage: "evaluation",
  questions: [
    {
      key: "date",
      type: "date",
      range: "past",
      required: true,
      against: [{ not: "before", key: "case.closedOn", reason: "visit-before-end" }],
      basis: { work: "PP 39/2012", article: "Pasal 7 ayat (2) huruf g" },
    },
    {
      key: "how",
      type: "choice",
      set: "contact-way",
      choices: ["home", "office", "phone", "workplace-school", "elsewhere"],
      required: true,
      variants: [{ ...groupServed, choices: ["meeting", "site", "office", "phone", "elsewhere"] }],
    },
    { key: "place", type: "text", max: 200, required: true, identity: true, when: is("how", "elsewhere") },
    {
      key: "danger",
      type: "choices",
      set: "danger",
      choices: dangers,
      alone: "none",
      min: 1,
      danger: immediateDangers,
      required: true,
    },
    { key: "situation", type: "longText", required: true, variants: [groupServed] },
    ...functioning,
    {
      key: "carriesOn",
      type: "choice",
      set: "carries-on",
      choices: ["alone", "with-help", "stopped"],
      required: true,
      when: servesGroup,
    },
    { key: "reopen", type: "yesNo", required: true },
    { key: "reopenReason", type: "longText", required: true, when: is("reopen", true) },
    { key: "nextVisit", type: "date", range: "future", required: false, when: is("reopen", false) },
  ],
} as const satisfies Form;
