/**
 * What a scanned page looks like: the pictures painted on it, put together in shades of grey. Words, lines and what is cut
 * off by a clip are left out: a scan has none.
 */
import { type getDocumentProxy, getResolvedPDFJS } from "unpdf";

/** A page of a PDF. */
export type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

/** A page in shades of grey, a byte each, row by row; how many stand in an inch. */
export type PagePicture = {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly grey: Uint8Array;
};

/** How fine a page is drawn (pixels to the inch): as its finest picture, within these. */
const fineness = { least: 150, most: 300 } as const;
/** Pixels of the largest page. */
const mostPixels = 24_000_000;
/** A picture that covers less of its page is a seal or a logo. */
const leastShare = 0.02;
const white = 255;
const pointsPerInch = 72;

/** Where a unit square comes to lie: x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** Six numbers, as pdf.js has them in a list or in an array of floats; undefined for anything else. */
function matrixOf(given: unknown): Matrix | undefined {
  if (!Array.isArray(given) && !(given instanceof Float32Array)) return undefined;
  const [a, b, c, d, e, f, ...rest] = Array.from<unknown>(given);
  const isMatrix =
    typeof a === "number" &&
    typeof b === "number" &&
    typeof c === "number" &&
    typeof d === "number" &&
    typeof e === "number" &&
    typeof f === "number";
  return isMatrix && rest.length === 0 ? [a, b, c, d, e, f] : undefined;
}

/** A picture as pdf.js decodes it: one bit for each pixel (1 is white), three bytes, or four with its opacity. */
type Decoded = {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data: Uint8Array;
};
const kinds = { bit: 1, rgb: 2, rgba: 3 } as const;

/** A painted picture. A stencil lets its colour through where its bit is 0. */
type Painted = { readonly at: Matrix; readonly picture: Decoded; readonly stencil?: number };

/** The picture of a page; undefined where none is painted on it that could hold words. */
export async function pictureOf(page: PdfPage): Promise<PagePicture | undefined> {
  const { width, height } = page.getViewport({ scale: 1 });
  const painted = (await paintedOn(page)).filter(
    ({ at: [a, b, c, d] }) => Math.abs(a * d - b * c) >= leastShare * width * height,
  );
  if (painted.length === 0) return undefined;
  const finest = Math.max(
    ...painted.map(({ at: [a, b], picture }) => (picture.width / Math.hypot(a, b)) * pointsPerInch),
  );
  const fits = Math.sqrt(mostPixels / (width * height)) * pointsPerInch;
  const dpi = Math.min(Math.max(finest, fineness.least), fineness.most, fits);
  const viewport = page.getViewport({ scale: dpi / pointsPerInch });
  const onPage = matrixOf(viewport.transform);
  if (onPage === undefined) return undefined;
  const [columns, rows] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  const grey = new Uint8Array(columns * rows).fill(white);
  for (const one of painted) paint({ ...one, at: product(onPage, one.at) }, { grey, columns, rows });
  return { width: columns, height: rows, dpi: Math.round(dpi), grey };
}

/** The pictures of a page in the order they are painted, and where. */
async function paintedOn(page: PdfPage): Promise<Painted[]> {
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const painted: Painted[] = [];
  let state: { at: Matrix; fill: number } = { at: [1, 0, 0, 1, 0, 0], fill: 0 };
  const saved: (typeof state)[] = [];
  const within = (given: unknown) => {
    const matrix = matrixOf(given);
    if (matrix !== undefined) state = { ...state, at: product(state.at, matrix) };
  };
  for (const [step, operator] of fnArray.entries()) {
    const args = (argsArray[step] ?? []) as unknown[];
    switch (operator) {
      case OPS.save:
        saved.push(state);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        within(args);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push(state);
        within(args[0]);
        break;
      case OPS.setFillRGBColor:
        state = { ...state, fill: greyOf(args) };
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject: {
        const picture = await decoded(page, args[0]);
        if (picture !== undefined) painted.push({ at: state.at, picture });
        break;
      }
      case OPS.paintImageMaskXObject: {
        const picture = await decoded(page, args[0]);
        if (picture !== undefined) painted.push({ at: state.at, picture, stencil: state.fill });
        break;
      }
    }
  }
  return painted;
}

/** A picture that an operator names or brings; undefined where it could not be decoded. */
async function decoded(page: PdfPage, given: unknown): Promise<Decoded | undefined> {
  const named = typeof given === "object" && given !== null && "data" in given ? given.data : given;
  const found = typeof named === "string" ? await stored(page, named) : given;
  if (typeof found !== "object" || found === null) return undefined;
  const { width, height, kind, data } = found as Partial<Decoded>;
  if (width === undefined || height === undefined || data === undefined) return undefined;
  return { width, height, data, ...(kind === undefined ? {} : { kind }) };
}

function stored(page: PdfPage, name: string): Promise<unknown> {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => objects.get(name, resolve));
}

/** `#rrggbb`, or three numbers up to 255. */
function greyOf(args: readonly unknown[]): number {
  const [first] = args;
  const channels =
    typeof first === "string"
      ? [1, 3, 5].map((at) => Number.parseInt(first.slice(at, at + 2), 16))
      : args.map(Number);
  const [red = 0, green = 0, blue = 0] = channels;
  return luminance(red, green, blue);
}

function luminance(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

function product([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

type Page = { readonly grey: Uint8Array; readonly columns: number; readonly rows: number };

/** Paints a picture, each pixel of the page with the mean of those of the picture that it covers. */
function paint({ at, picture, stencil }: Painted, { grey, columns, rows }: Page): void {
  const [a, b, c, d, e, f] = at;
  const area = a * d - b * c;
  if (area === 0) return;
  const across = [e, e + a, e + c, e + a + c];
  const along = [f, f + b, f + d, f + b + d];
  const [left, top] = [
    Math.max(0, Math.floor(Math.min(...across))),
    Math.max(0, Math.floor(Math.min(...along))),
  ];
  const right = Math.min(columns, Math.ceil(Math.max(...across)));
  const bottom = Math.min(rows, Math.ceil(Math.max(...along)));
  const { width, height } = picture;
  const block = Math.max(1, Math.round(width / Math.hypot(a, b)));
  const shade = shadeOf(picture, stencil);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const [dx, dy] = [x + 0.5 - e, y + 0.5 - f];
      const u = (d * dx - c * dy) / area;
      // The first row of a picture is at the top of its square.
      const v = 1 - (a * dy - b * dx) / area;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const below = grey[y * columns + x] ?? white;
      grey[y * columns + x] = Math.round(
        meanAt(shade, Math.floor(u * width), Math.floor(v * height), block, picture, below),
      );
    }
  }
}

type Shade = (column: number, row: number, below: number) => number;

function meanAt(
  shade: Shade,
  column: number,
  row: number,
  block: number,
  { width, height }: Decoded,
  below: number,
): number {
  let sum = 0;
  let count = 0;
  for (let y = row; y < Math.min(height, row + block); y += 1) {
    for (let x = column; x < Math.min(width, column + block); x += 1) {
      sum += shade(x, y, below);
      count += 1;
    }
  }
  return count === 0 ? below : sum / count;
}

/** How grey a pixel of a picture is over what lies below it. */
function shadeOf({ width, kind, data }: Decoded, stencil: number | undefined): Shade {
  const stride = (width + 7) >> 3;
  const bit = (column: number, row: number) =>
    ((data[row * stride + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1;
  if (stencil !== undefined) return (column, row, below) => (bit(column, row) === 0 ? stencil : below);
  if (kind === kinds.bit) return (column, row) => bit(column, row) * white;
  const size = kind === kinds.rgba ? 4 : 3;
  return (column, row, below) => {
    const at = (row * width + column) * size;
    const grey = luminance(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
    const opaque = size === 4 ? (data[at + 3] ?? white) / white : 1;
    return grey * opaque + below * (1 - opaque);
  };
}
