/**
 * Intervensi: one session, noted in under a minute on a phone. At most eight questions, so that what was done
 * and how the client took it share one note, as the usual progress sheet has them in one column.
 */
import type { Form } from "../form.js";
import { groupServed } from "./served.js";
import { groupWorkRoles, workerRoles } from "./vocabulary.js";

/** Output: catatan perkembangan. */
export const session = {
  id: "session",
  version: 3,
  stage: "intervention",
  questions: [
    {
      key: "date",
      type: "date",
      range: "past",
      required: true,
      against: [{ not: "before", key: "case.contactDate", reason: "before-first-contact" }],
    },
    {
      key: "roles",
      type: "choices",
      set: "role",
      choices: workerRoles,
      min: 1,
      required: true,
      variants: [{ ...groupServed, choices: groupWorkRoles }],
    },
    { key: "goals", type: "pick", from: "goals", several: true, required: false },
    { key: "note", type: "longText", required: true, variants: [groupServed] },
    {
      key: "progress",
      type: "choice",
      set: "progress",
      choices: ["worse", "same", "little", "good", "reached"],
      required: true,
    },
    { key: "obstacles", type: "text", max: 500, required: false, variants: [groupServed] },
    {
      key: "nextDate",
      type: "date",
      range: "future",
      required: false,
      against: [{ not: "before", key: "date", reason: "next-session-before-this" }],
    },
    {
      key: "attachment",
      type: "attachment",
      accepts: ["photo", "voice", "document", "location"],
      required: false,
      variants: [groupServed],
    },
  ],
} as const satisfies Form;
