/**
 * Rujukan: to whom, why, and what is shared on what ground; later, in the same round, what became of it.
 *
 * The last questions open when the letter has gone out (`case.referralSent`). They are part of the same round,
 * so that one referral is one record from letter to answer.
 */
import type { Form } from "../form.js";
import { groupServed } from "./served.js";
import { is, not } from "./when.js";

/** Output: surat rujukan. */
export const referral = {
  id: "referral",
  version: 3,
  stage: "evaluation",
  questions: [
    { key: "institution", type: "text", max: 200, required: true, variants: [groupServed] },
    {
      key: "kind",
      type: "choice",
      set: "institution",
      choices: [
        "clinic",
        "mental-health",
        "social-office",
        "women-children-unit",
        "shelter",
        "residential",
        "rehabilitation",
        "school",
        "legal-aid",
        "police",
        "civil-registry",
        "organization",
        "other",
      ],
      required: true,
    },
    {
      key: "reason",
      type: "longText",
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 42 huruf d" },
      variants: [groupServed],
    },
    {
      key: "shareGround",
      type: "choice",
      set: "share-ground",
      choices: ["client", "guardian", "emergency", "law", "refused"],
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 44 ayat (1)" },
      variants: [{ ...groupServed, choices: ["representatives", "emergency", "law", "refused"] }],
    },
    {
      key: "shared",
      type: "choices",
      set: "shared",
      choices: ["identity", "contact", "problem", "assessment", "plan", "health", "family", "legal"],
      min: 1,
      required: true,
      when: not(is("shareGround", "refused")),
      basis: { work: "UU 27/2022", article: "Pasal 16 ayat (2)" },
      variants: [
        {
          ...groupServed,
          choices: ["identity", "contact", "problem", "assessment", "plan"],
        },
      ],
    },
    { key: "contact", type: "text", max: 120, required: false, identity: true },
    { key: "phone", type: "phone", required: false, identity: true },
    { key: "sentOn", type: "date", range: "any", required: true },
    { key: "letter", type: "attachment", accepts: ["photo", "document"], required: false },
    {
      key: "status",
      type: "choice",
      set: "referral-status",
      choices: ["accepted", "declined", "completed"],
      required: true,
      when: is("case.referralSent", true),
    },
    {
      key: "statusOn",
      type: "date",
      range: "past",
      required: true,
      when: is("case.referralSent", true),
      against: [{ not: "before", key: "sentOn", reason: "answer-before-letter" }],
    },
    { key: "statusNote", type: "longText", required: false, when: is("case.referralSent", true) },
  ],
} as const satisfies Form;
