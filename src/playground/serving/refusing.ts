/** How the page's server says no: to the page by kind, to a browser that was sent here in words of both languages. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { Refusal } from "../refusal.js";
import type { RefusalKind, Refused } from "./contract.js";

const codes: Readonly<Record<RefusalKind, number>> = {
  noPerson: 404,
  gone: 404,
  tooLarge: 413,
  foreign: 403,
  stranger: 401,
  forbidden: 403,
  tooFast: 429,
  wrong: 400,
  failed: 500,
};

/** A call that is refused, of a kind the page has words for. */
export class Declined extends Error {
  override readonly name = "Declined";
  readonly kind: RefusalKind;

  constructor(kind: RefusalKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Of which kind an error of a call is: one that nobody foresaw is a fault of the server. */
export function kindOfRefusal(error: Error): RefusalKind {
  if (error instanceof Declined) return error.kind;
  if (!(error instanceof Refusal)) return "failed";
  return error.code === 413 ? "tooLarge" : "wrong";
}

/** What somebody reads whose browser asked for a page or a file itself, and not our page for them. */
const words: Readonly<Record<"foreign" | "gone", readonly [id: string, en: string]>> = {
  foreign: [
    "Halaman ini hanya untuk peramban di komputer tempat ruang latihan berjalan.",
    "This page is only for a browser on the computer the training room runs on.",
  ],
  gone: ["Halaman atau berkas ini tidak ada.", "There is no such page or file."],
};

/** Says no, of a kind, with the reason for developers. */
export function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  kind: RefusalKind,
  error: string,
): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const shown = kind === "foreign" || kind === "gone" ? words[kind] : undefined;
  if (shown === undefined || request.headers.accept?.includes("text/html") !== true) {
    const refused: Refused = { kind, error };
    response.writeHead(codes[kind], { "content-type": "application/json" }).end(JSON.stringify(refused));
    return;
  }
  const [id, en] = shown;
  response.writeHead(codes[kind], { "content-type": "text/html; charset=utf-8" }).end(
    `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Pendamping</title><body style="font: 16px system-ui; max-width: 30em; margin: 20vh auto; padding: 0 16px">
<p>${id}</p><p lang="en">${en}</p></body></html>`,
  );
}
