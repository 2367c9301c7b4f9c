/** The page's own files, and those that people and the bot sent each other. */
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { bytesOf } from "../files.js";
import type { TelegramEmulator } from "../telegram.js";
import { root } from "./contract.js";
import { shownType } from "./mediaTypes.js";
import { refuse } from "./refusing.js";

/** The id of a file in the path of a request; empty where it is none. */
export function fileIdIn(path: string): string {
  return /^[\w-]{1,300}$/.exec(path.slice(`${root}files/`.length))?.[0] ?? "";
}

/** A file people or the bot sent: shown in place where a browser safely can, else downloaded. */
export function sendFile(
  telegram: TelegramEmulator,
  request: IncomingMessage,
  response: ServerResponse,
  fileId: string,
): void {
  const file = telegram.file(fileId);
  if (file === undefined) {
    refuse(request, response, "gone", "There is no such file.");
    return;
  }
  const bytes = bytesOf(file);
  const type = shownType(bytes, file.mime);
  const name = encodeURIComponent(file.name ?? file.path.replace(/^.*\//, ""));
  response.writeHead(200, {
    "content-type": type ?? "application/octet-stream",
    "content-length": bytes.length,
    "content-disposition": `${type === undefined ? "attachment" : "inline"}; filename*=UTF-8''${name}`,
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=31536000, immutable",
  });
  response.end(bytes);
}

const zip = promisify(gzip);

const assetTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".map": "application/json",
};

/** The page itself. Nothing in it comes from elsewhere, and nothing of it goes elsewhere. */
export async function sendAsset(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  path: string,
): Promise<void> {
  const name = path === "/" ? "index.html" : path.slice(root.length);
  const type = assetTypes[extname(name)];
  if (type === undefined || !/^[\w.-]{1,60}$/.test(name)) {
    refuse(request, response, "gone", "There is no such page.");
    return;
  }
  try {
    const isZipped = /\bgzip\b/.test(String(request.headers["accept-encoding"]));
    const file = await readFile(join(folder, name));
    // A third of it travels: a class shares one wireless network.
    const bytes = isZipped ? await zip(file) : file;
    response.writeHead(200, {
      "content-type": type,
      "content-length": bytes.length,
      ...(isZipped ? { "content-encoding": "gzip" } : {}),
      vary: "accept-encoding",
      "cache-control": "no-cache",
      "content-security-policy":
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; " +
        "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    response.end(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    refuse(request, response, "gone", "There is no such page.");
  }
}
