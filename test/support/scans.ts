import { deflateSync } from "node:zlib";
import { Resvg } from "@resvg/resvg-js";

/** A PDF of these pages: what is painted on each, and the objects it names. The first object of a page has the number 5. */
function pdfOf(content: string, resources: string, further: readonly Buffer[], page = ""): Buffer {
  const objects: Buffer[] = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] ${page} /Contents 4 0 R /Resources << ${resources} >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ].map((text) => Buffer.from(text, "latin1"));
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  const offsets: number[] = [];
  const length = () => parts.reduce((sum, part) => sum + part.length, 0);
  for (const [at, object] of [...objects, ...further].entries()) {
    offsets.push(length());
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from("\nendobj\n"));
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = offsets.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length()}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

/** A PDF of one page with one line of text. */
export function writtenPdf(text: string): Buffer {
  const font = Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
  return pdfOf(`BT /F1 12 Tf 40 700 Td (${text}) Tj ET`, "/Font << /F1 5 0 R >>", [font]);
}

/** A picture in a PDF: its pixels, and how they are to be understood. */
export type ScannedPicture = {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
  /** Such as `/ColorSpace /DeviceGray /BitsPerComponent 8`. */
  readonly as: string;
};

/** A PDF of one page on which pictures are painted (`/I0`, `/I1` …) as `content` says; `page` says more of the page. */
export function scannedPdf(content: string, pictures: readonly ScannedPicture[], page = ""): Buffer {
  const names = pictures.map((_, at) => `/I${at} ${at + 5} 0 R`).join(" ");
  return pdfOf(content, `/XObject << ${names} >>`, pictures.map(pictureObject), page);
}

/** The same of one picture (`/I0`) in a form, which lies on its page as a matrix says. */
export function scannedInForm(matrix: string, content: string, picture: ScannedPicture): Buffer {
  const resources = "/Resources << /XObject << /I0 6 0 R >> >>";
  const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Matrix [${matrix}] ${resources} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  return pdfOf("/F Do", "/XObject << /F 5 0 R >>", [Buffer.from(form), pictureObject(picture)]);
}

function pictureObject({ width, height, pixels, as }: ScannedPicture): Buffer {
  const bytes = deflateSync(pixels);
  const head = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${as} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from("\nendstream")]);
}

/** A page as a scanner makes it: lines of words, as one picture. */
export function scanOf(lines: readonly string[]): Buffer {
  const [width, height] = [1_275, 1_650];
  const words = lines
    .map((line, at) => `<text x="110" y="${160 + at * 50}" font-family="Arimo" font-size="28">${line}</text>`)
    .join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${words}</svg>`;
  const fontFiles = ["node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf"];
  const drawn = new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).render().pixels;
  const pixels = Uint8Array.from({ length: width * height }, (_, at) => drawn[at * 4] ?? 255);
  const as = "/ColorSpace /DeviceGray /BitsPerComponent 8";
  return scannedPdf("612 0 0 792 0 0 cm /I0 Do", [{ width, height, pixels, as }]);
}
