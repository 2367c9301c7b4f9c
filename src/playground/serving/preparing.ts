import type { IncomingMessage, ServerResponse } from "node:http";

const page = `<!doctype html>
<html lang="id">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="1">
<title>Pendamping</title>
<body style="font: 16px system-ui; display: grid; place-content: center; min-height: 90vh; text-align: center">
<p>Sebentar, ruang latihan sedang disiapkan.</p>
<p lang="en">One moment, the practice room is being prepared.</p>
</body>
</html>`;

/** Answers every request while the page is not there yet: 503, for a browser with a page that looks again by itself. */
export function preparing(_: IncomingMessage, response: ServerResponse): boolean {
  response.writeHead(503, { "content-type": "text/html; charset=utf-8", "retry-after": "1" }).end(page);
  return true;
}
