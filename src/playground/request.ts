/**
 * The ways a request reaches the Bot API: JSON, a form, a query, multipart with files. All become the same
 * parameters and uploads.
 */
import type { IncomingMessage } from "node:http";
import busboy from "busboy";
import { largestUpload } from "./files.js";
import type { UploadedFile, Uploads } from "./methods/call.js";
import { isRecord, type Payload } from "./payload.js";
import { badRequest, Refusal } from "./refusal.js";

/** A request's parameters. `isText` says that all of them came as text, so their types are yet to be made. */
export type ApiRequest = { readonly payload: Payload; readonly uploads: Uploads; readonly isText: boolean };

const noUploads: Uploads = new Map();

/** The longest text field of a multipart body, in bytes. */
const longestField = 1024 * 1024;

/** Reads a request to its end. @throws {Refusal} where it cannot be understood or a file is too large */
export async function readRequest(request: IncomingMessage, query: string): Promise<ApiRequest> {
  const contentType = request.headers["content-type"] ?? "";
  if (contentType.startsWith("multipart/form-data")) return readMultipart(request, query);
  const body = await readBody(request);
  return readText(body.toString(), contentType, query);
}

/** Reads the parameters out of a body that is at hand: also of what a webhook answered. */
export function readText(body: string, contentType: string, query = ""): ApiRequest {
  const parameters: Payload = query === "" ? {} : Object.fromEntries(new URLSearchParams(query));
  if (body === "") return { payload: parameters, uploads: noUploads, isText: true };
  if (!contentType.startsWith("application/json"))
    return {
      payload: { ...parameters, ...Object.fromEntries(new URLSearchParams(body)) },
      uploads: noUploads,
      isText: true,
    };
  const parsed = parseJson(body);
  const payload = query === "" ? parsed : { ...parameters, ...parsed };
  return { payload, uploads: noUploads, isText: false };
}

function parseJson(body: string): Payload {
  try {
    const parsed: unknown = JSON.parse(body);
    if (isRecord(parsed)) return parsed;
  } catch {
    // told below: whether it is no JSON or no object makes no difference to the caller
  }
  throw badRequest("can't parse JSON object");
}

function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on("error", () => reject(cutOff()));
  });
}

/** The client went away while it was sending, as a killed bot does. Nobody reads this answer. */
const cutOff = () => badRequest("the request was cut off");

function readMultipart(request: IncomingMessage, query: string): Promise<ApiRequest> {
  return new Promise((resolve, reject) => {
    const fields: { [name: string]: unknown } = Object.fromEntries(new URLSearchParams(query));
    const uploads = new Map<string, UploadedFile>();
    const parser = busboy({
      headers: request.headers,
      limits: { fileSize: largestUpload, fieldSize: longestField },
      defParamCharset: "utf8",
    });
    parser.on("field", (name, value) => {
      fields[name] = value;
    });
    parser.on("file", (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => reject(new Refusal(413, "Request Entity Too Large")));
      stream.on("end", () =>
        uploads.set(name, { content: Buffer.concat(chunks), name: filename, mime: mimeType }),
      );
    });
    parser.on("close", () => {
      // A file may be sent as the parameter itself; then it counts as `attach://` itself.
      const named = JSON.stringify(fields);
      for (const name of uploads.keys()) {
        if (!named.includes(`attach://${name}`)) fields[name] = `attach://${name}`;
      }
      resolve({ payload: fields, uploads, isText: true });
    });
    parser.on("error", () => reject(badRequest("can't parse multipart/form-data body")));
    request.on("error", () => reject(cutOff()));
    request.pipe(parser);
  });
}
