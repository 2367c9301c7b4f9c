/** As what a report can be had. A workbook can only be read where it is saved, so it is masked like what leaves. */
export const reportForms = ["picture", "pdf", "outside", "xlsx"] as const;

/** As what a report is wanted. */
export type ReportForm = (typeof reportForms)[number];
