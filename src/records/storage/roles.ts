import pg from "pg";

/**
 * What is only ever added to, and what the role of the application may therefore not do with it. Answers may be deleted:
 * a client's data is erased on request (UU 27/2022 Pasal 43).
 */
const denied = [
  ['"AuditEvent"', "UPDATE, DELETE, TRUNCATE"],
  ['"AuditLink"', "UPDATE, DELETE, TRUNCATE"],
  ['"Answer"', "UPDATE, TRUNCATE"],
] as const;

/**
 * Gives the role of the application what it needs and no more, as the owner of the tables: after every migration, since
 * a new table belongs to nobody else. The owner's role is used for nothing but migrations and the operator's commands.
 */
export async function grantApplication(ownerUrl: string, applicationUrl: string): Promise<void> {
  const role = pg.escapeIdentifier(decodeURIComponent(new URL(applicationUrl).username));
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  // A connection that breaks fails the query at hand.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query(`GRANT USAGE ON SCHEMA public TO ${role}`);
    await client.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`);
    await client.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`);
    await client.query(`GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${role}`);
    for (const [table, rights] of denied) await client.query(`REVOKE ${rights} ON ${table} FROM ${role}`);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

/** Whether the role of a connection may remove events of the audit. */
export async function mayRemoveAudit(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean }>(
    `SELECT has_table_privilege('"AuditEvent"', 'DELETE, TRUNCATE') AS "may"`,
  );
  return rows[0]?.may === true;
}
