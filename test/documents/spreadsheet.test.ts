import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { csvOf, type Sheet, workbookOf } from "../../src/documents/spreadsheet.js";

const sheet: Sheet = {
  name: "Kasus",
  columns: [
    { head: "Kode", width: 12 },
    { head: "Rerata", width: 10, decimals: 2 },
    { head: "Dibuka", width: 12 },
  ],
  rows: [
    ["K-0001", 1.5, { date: "2026-11-25" }],
    ['=HYPERLINK("x")', -3, { date: "2026-11-25T09:30" }],
    ['dua\nbaris, "kutip" & <tanda>\u0001', null, null],
  ],
};

const partsOf = async (sheets: readonly Sheet[]) => {
  const files = unzipSync(await workbookOf(sheets));
  return (name: string) => strFromU8(files[name] ?? new Uint8Array());
};

test("a workbook has typed cells: text as text, numbers as numbers, dates as dates", async () => {
  const part = await partsOf([sheet]);
  const cells = part("xl/worksheets/sheet1.xml");
  expect(cells).toContain('<c r="A2" t="s">');
  expect(cells).toMatch(/<c r="B2" s="\d+"><v>1.5<\/v>/);
  // Days since 30 December 1899, and the part of the day.
  expect(cells).toMatch(/<c r="C2" s="\d+"><v>46351<\/v>/);
  expect(cells).toMatch(/<c r="C3" s="\d+"><v>46351.395833/);
  const styles = part("xl/styles.xml");
  for (const format of ["0.00", "yyyy-mm-dd", "yyyy-mm-dd hh:mm"]) expect(styles).toContain(`"${format}"`);
});

test("a text that looks like a formula is a text in a workbook, also when somebody edits it", async () => {
  const part = await partsOf([sheet]);
  const cells = part("xl/worksheets/sheet1.xml");
  expect(cells).not.toContain("<f>");
  expect(cells).toMatch(/<c r="A3" s="\d+" t="s">/);
  expect(part("xl/sharedStrings.xml")).toContain('<t>=HYPERLINK("x")</t>');
});

test("the head of a sheet stands still, and its columns are as wide as they were asked to be", async () => {
  const part = await partsOf([sheet]);
  const cells = part("xl/worksheets/sheet1.xml");
  expect(cells).toContain('ySplit="1"');
  expect(cells).toContain('state="frozen"');
  expect(cells).toContain('<col min="1" max="1" width="12"');
});

test("signs that would break the file are left out or written out", async () => {
  const part = await partsOf([sheet]);
  expect(part("xl/sharedStrings.xml")).toContain('dua\nbaris, "kutip" &amp; &lt;tanda&gt;</t>');
});

test("words that are properties of every object, and too long ones, are texts like others", async () => {
  const words = ["constructor", "__proto__", "toString", "x".repeat(40_000)];
  const part = await partsOf([{ ...sheet, rows: words.map((word) => [word]) }]);
  const cells = part("xl/worksheets/sheet1.xml");
  expect([...cells.matchAll(/<c r="A\d+"[^>]* t="s"><v>(\d+)<\/v>/g)]).toHaveLength(5);
  const texts = part("xl/sharedStrings.xml");
  for (const word of words.slice(0, 3)) expect(texts).toContain(`${word} </t>`);
  expect(texts).toContain(`${"x".repeat(32_766)}…</t>`);
});

test("sheets get names a workbook takes, and no two the same", async () => {
  const names = [
    "Rujukan/Jawaban: [semua]",
    "Kasus",
    "kasus",
    "",
    "Nama lembar yang panjangnya lebih dari batas",
  ];
  const part = await partsOf(names.map((name) => ({ ...sheet, name })));
  const found = [...part("xl/workbook.xml").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
  expect(found).toEqual([
    "Rujukan Jawaban   semua",
    "Kasus",
    "kasus (2)",
    "-",
    "Nama lembar yang panjangnya leb",
  ]);
});

test("the same data gives the same bytes, in every zone", async () => {
  const zone = process.env.TZ;
  const first = await workbookOf([sheet]);
  process.env.TZ = "Asia/Jayapura";
  try {
    expect(Buffer.from(await workbookOf([sheet])).equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});

test("a number that is none is no cell", async () => {
  await expect(workbookOf([{ ...sheet, rows: [["K", Number.NaN, null]] }])).rejects.toThrow(RangeError);
  expect(() => csvOf({ ...sheet, rows: [["K", Number.POSITIVE_INFINITY, null]] })).toThrow(RangeError);
});

test("CSV begins with a byte order mark, quotes what needs it and makes formulas harmless", () => {
  expect(Buffer.from(csvOf(sheet)).toString("utf8")).toBe(
    [
      "\ufeffKode,Rerata,Dibuka",
      "K-0001,1.5,2026-11-25",
      '"\'=HYPERLINK(""x"")",-3,2026-11-25 09:30',
      '"dua\nbaris, ""kutip"" & <tanda>\u0001",,',
      "",
    ].join("\r\n"),
  );
});

test.each(["=1", "+1", "-1", "@a", "\ta", "\ra"])("CSV: %j is no formula", (words) => {
  const text = Buffer.from(csvOf({ ...sheet, rows: [[words]] })).toString("utf8");
  expect(text.split("\r\n")[1]?.replace(/^"/, "")).toMatch(/^'/);
});
