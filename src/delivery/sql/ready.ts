/**
 * SQL: whether a row of a queue may be claimed at `now`. No claim lasts longer than ten minutes, and nothing is put off for longer:
 * what would wait for more was written while a clock was ahead.
 */
export const isReady = (now: string) =>
  `("notBefore" <= ${now}::timestamptz OR "notBefore" > ${now}::timestamptz + interval '15 minutes')`;
