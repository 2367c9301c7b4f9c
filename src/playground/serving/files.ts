/** The page's own files, and those that people and the bot sent each other. */
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { bytesOf } from "../files.js";
import type { TelegramEmulator } from "../telegram.js";
import { root } from "./contract.js";
import { shownType } from "./mediaTypes.js";
import { refuse } from "./refusing.js";

/** A file people or the bot sent: shown in place where a browser safely can, else downloaded. */
export function sendFile(
  telegram: TelegramEmulator,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): void {
  const file = telegram.file(decodeURIComponent(path.slice(`${root}files/`.length)));
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
  if (type === undefined || !/^[\w.-]+$/.test(name)) {
    refuse(request, response, "gone", "There is no such page.");
    return;
  }
  try {
    const bytes = await readFile(join(folder, name));
    response.writeHead(200, {
      "content-type": type,
      "content-length": bytes.length,
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
