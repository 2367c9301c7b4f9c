/** What pg says, without a code, of a connection that is gone or never came to be. */
const words = /not queryable|Connection terminated|timeout exceeded when trying to connect|timeout expired/;

/**
 * Whether an error of pg says that the server went away or was not reached: it shuts down or starts (57P0x), the
 * connection broke (class 08, or the code of a socket), or pg gave the connection up.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return /^(57P0\d|08...|E[A-Z_]+)$/.test(code) || words.test(error.message);
}
