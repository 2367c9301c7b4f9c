import { randomUUID } from "node:crypto";

/** A file to upload with a call: field, name and bytes. */
export type Upload = {
  readonly field: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  /** `application/octet-stream` unless told. */
  readonly type?: string;
};

/** The body of a call and its headers: JSON, or a form where files go with it. */
export function encoded(payload: Readonly<Record<string, unknown>>, uploads: readonly Upload[]) {
  if (uploads.length === 0) {
    return { body: JSON.stringify(payload), headers: { "content-type": "application/json" } };
  }
  const boundary = `----pendamping${randomUUID()}`;
  const parts: Buffer[] = [];
  for (const [name, value] of Object.entries(payload)) {
    if (value === undefined) continue;
    const text = typeof value === "string" ? value : JSON.stringify(value);
    parts.push(
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`),
    );
  }
  for (const upload of uploads) {
    const name = upload.name.replace(/["\r\n]/g, "_");
    parts.push(
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${upload.field}"; filename="${name}"\r\n` +
          `Content-Type: ${upload.type ?? "application/octet-stream"}\r\n\r\n`,
      ),
      Buffer.from(upload.bytes),
      Buffer.from("\r\n"),
    );
  }
  parts.push(Buffer.from(`--${boundary}--\r\n`));
  return {
    body: Buffer.concat(parts),
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
}
