import { z } from "zod";

const days = z.number().int().min(1).max(365);

/**
 * An organisation's own rules. Every default is practice, none is law; an organisation may change each. Parsed
 * where it is read, so that a rule added later has its default in old organisations too.
 */
export const rulesSchema = z.object({
  /** Forms whose submission waits for the supervisor. */
  approvals: z
    .array(z.enum(["plan", "referral", "termination", "assessment", "evaluation"]))
    .default(["plan", "referral", "termination"]),
  /** What a client must meet to be served; asked in the approach form. */
  requirements: z.array(z.string()).default([]),
  /** Days a step may take, counted in the organisation's zone. */
  days: z
    .object({
      serviceContract: days.default(7),
      assessment: days.default(14),
      plan: days.default(7),
      firstSession: days.default(7),
      evaluation: days.default(30),
      referralAnswer: days.default(7),
      approval: days.default(2),
    })
    .prefault({}),
  /** Months after termination at which the aftercare visits fall due. */
  aftercareMonths: z.array(z.number().int().min(1).max(36)).default([1, 3, 6]),
});

export type Rules = z.infer<typeof rulesSchema>;

/** Reads the rules column; an unreadable rule falls back to nothing silently: it throws. */
export function parseRules(json: unknown): Rules {
  return rulesSchema.parse(json ?? {});
}
