/** What Telegram takes for a link: in `<a href>`, in a button's `url`, and bare in a text. */

/** The user of `tg://user?id=123`, which mentions a person without a username. */
export function linkedUser(link: string): number | undefined {
  const id = /^tg:\/\/user\?id=([1-9]\d*)$/i.exec(link.trim())?.[1];
  return id === undefined ? undefined : Number(id);
}

/**
 * The link as Telegram keeps it (`example.com` → `http://example.com/`), `undefined` where it is none:
 * only http, https, tg and ton links exist, and a host must have a dot.
 */
export function normaliseLink(link: string): string | undefined {
  const trimmed = link.trim();
  const protocol = /^([a-z][a-z0-9+.-]*):\/\//i.exec(trimmed)?.[1]?.toLowerCase();
  if (protocol === "tg" || protocol === "ton") return trimmed;
  if (protocol !== undefined && protocol !== "http" && protocol !== "https") return undefined;
  if (protocol === undefined && /^[a-z][a-z0-9+-]*:(?!\d)/i.test(trimmed)) return undefined; // mailto:, tel:
  try {
    const url = new URL(protocol === undefined ? `http://${trimmed}` : trimmed);
    return url.hostname.includes(".") || url.hostname.startsWith("[") ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The bot and payload of a deep link, `https://t.me/some_bot?start=payload`. */
export function deepLink(link: string): { username: string; payload: string } | undefined {
  const match = /^(?:https?:\/\/)?t(?:elegram)?\.me\/([a-z0-9_]+)\?start=([A-Za-z0-9_-]{1,64})$/i.exec(link);
  const [, username, payload] = match ?? [];
  return username === undefined || payload === undefined ? undefined : { username, payload };
}
