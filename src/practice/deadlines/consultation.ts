import { type DeadlineRule, everyDay } from "../deadline.js";

/** A question to whoever supervises, until it is answered. It has as many days as an approval. */
export const consultationDeadline = {
  key: "consultation",
  statutory: false,
  step: "tick",
  endsBy: "reply",
  schedule: everyDay,
  hears: ["owner", "superior", "admin"],
  listed: "always",
} as const satisfies DeadlineRule;
