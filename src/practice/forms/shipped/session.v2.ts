// session, version 2, as it was shipped. Written by `npm run form`, changed by nobody.
import type { Form } from "../../form.js";

export const sessionV2 = {
  id: "session",
  version: 2,
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
      choices: [
        "enabler",
        "broker",
        "advocate",
        "mediator",
        "negotiator",
        "educator",
        "facilitator",
        "counselor",
        "coordinator",
        "case-manager",
        "companion",
        "protector",
        "motivator",
        "researcher",
      ],
      min: 1,
      required: true,
    },
    { key: "goals", type: "pick", from: "goals", several: true, required: false },
    { key: "note", type: "longText", required: true },
    {
      key: "progress",
      type: "choice",
      set: "progress",
      choices: ["worse", "same", "little", "good", "reached"],
      required: true,
    },
    { key: "obstacles", type: "text", max: 500, required: false },
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
    },
  ],
} as const satisfies Form;
