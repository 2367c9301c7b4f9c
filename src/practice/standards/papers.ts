/** What an audit of the service standard is written and drawn as. */
export const standardPapers = ["standard-audit", "standard-chart"] as const;

/** A report on an audit, or the picture of the scores over time. */
export type StandardPaper = (typeof standardPapers)[number];
