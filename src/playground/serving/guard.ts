/** Who may use the page: a browser on this machine, on the page itself. */
import type { IncomingMessage } from "node:http";

/**
 * Whether a request is addressed to this machine by a loopback name. A foreign site can let its own name point to
 * 127.0.0.1 and read along in the visitor's browser; its name is what gives it away.
 */
export function isLoopbackHost(host: string | undefined): boolean {
  if (host === undefined) return false;
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** Whether a request comes from our page or from no page at all (curl, a script). */
export function isOwnOrigin({ headers }: IncomingMessage): boolean {
  if (!isLoopbackHost(headers.host)) return false;
  const { origin } = headers;
  return origin === undefined || origin === `http://${headers.host}`;
}

/**
 * Whether a request from the network names the address it came to, or the host the room was opened at; a site whose name
 * points to this machine gives itself away. What changes something comes from our page, which browsers say.
 */
export function isOfOwnPage({ headers, socket, method }: IncomingMessage, openedAt: string): boolean {
  const { host, origin } = headers;
  const name = host
    ?.replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "")
    .toLowerCase();
  const here = socket.localAddress?.replace(/^::ffff:/i, "").toLowerCase();
  const opened = ["0.0.0.0", "::"].includes(openedAt) ? undefined : openedAt.toLowerCase();
  if (name === undefined || (name !== here && name !== opened)) return false;
  return origin === undefined ? method === "GET" || method === "HEAD" : origin === `http://${host}`;
}
