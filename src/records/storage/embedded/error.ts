/** The embedded PostgreSQL cannot serve this folder on this machine. The message says why and what would help. */
export class EmbeddedDatabaseError extends Error {
  override readonly name = "EmbeddedDatabaseError";
}
