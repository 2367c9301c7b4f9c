import { expect, test } from "vitest";
import { acceptPhone } from "../../../src/practice/inputs/phone.js";

test.each([
  ["081234567890", "+6281234567890"],
  ["0812 3456 7890", "+6281234567890"],
  ["0812-3456-7890", "+6281234567890"],
  ["+62 812-3456-7890", "+6281234567890"],
  ["+62 (0)812 3456 7890", "+6281234567890"],
  ["6281234567890", "+6281234567890"],
  ["006281234567890", "+6281234567890"],
  ["81234567890", "+6281234567890"],
  ["WA: 0812.3456.789", "+628123456789"],
  ["(021) 555 1234", "+62215551234"],
  ["0251-8321234", "+622518321234"],
  ["０８１２３４５６７８９", "+628123456789"],
  ["+60 12-345 6789", "+60123456789"],
])("%s is kept as %s", (text, kept) => {
  expect(acceptPhone(text)).toEqual({ kind: "accepted", value: kept });
});

test.each([
  ["0812345", "phone-too-short", { digits: 7, min: 10 }],
  ["+62812345", "phone-too-short", { digits: 8, min: 11 }],
  ["021 555", "phone-too-short", { digits: 6, min: 8 }],
  ["08123456789012345", "phone-too-long", { digits: 17, max: 13 }],
  ["081234567890 / 081298765432", "phone-too-long", { digits: 24, max: 13 }],
  ["0812abc", "phone-letters", {}],
  ["tidak punya", "phone-letters", {}],
  ["", "phone-letters", {}],
  ["☎️", "phone-letters", {}],
  ["129", "phone-start", {}],
  ["12345678", "phone-start", {}],
  ["0112345678", "phone-start", {}],
  ["+1", "phone-too-short", { digits: 1, min: 8 }],
])("%s: %s", (text, reason, args) => {
  expect(acceptPhone(text)).toEqual({ kind: "explained", reason, args });
});
