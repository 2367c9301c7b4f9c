-- Beyond the schema: questions that wait for an answer are due like approvals. Those asked before get what a new one
-- gets when it is asked: three days, of whoever supervises the asker, else of the first admin.
INSERT INTO "Deadline" ("id", "organizationId", "caseId", "memberId", "key", "anchor", "statutory", "step", "startsAt",
  "dueAt", "nextAt")
SELECT substr(md5(q."id"), 1, 16), q."organizationId", NULL, w."memberId", 'consultation', q."id", false, 'tick',
  q."askedAt", e."dueAt", now()
FROM "Consultation" q
JOIN "Member" m ON m."id" = q."askedById"
JOIN "Organization" o ON o."id" = q."organizationId"
CROSS JOIN LATERAL (
  SELECT coalesce(m."supervisorId", (
    SELECT a."id" FROM "Member" a
    WHERE a."organizationId" = q."organizationId" AND 'admin' = ANY(a."roles") AND a."suspendedAt" IS NULL
      AND a."id" <> m."id"
    ORDER BY a."createdAt", a."id" LIMIT 1)) AS "memberId") w
CROSS JOIN LATERAL (
  SELECT (date_trunc('day', q."askedAt" AT TIME ZONE o."timeZone") + interval '4 days' - interval '1 second')
    AT TIME ZONE o."timeZone" AS "dueAt") e
WHERE q."answeredAt" IS NULL AND w."memberId" IS NOT NULL;
