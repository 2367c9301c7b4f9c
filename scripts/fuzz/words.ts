/** What a fuzzed person types: what people do type, and what no bot expects. */
import { commands } from "../../src/chat/entrance/commands.js";
import type { Dice } from "./dice.js";

/** Stands in whatever is made up here, and may stand in no line of the log. */
export const secretWord = "Rahasiabanget";

/** What leads on at most questions. */
const short = ["1", "2", "ya", "tidak", "lewati", "kemarin", "40 tahun"];

/** What leads on at others: answers, and what is typed in the place of a press. */
const answers = [
  "kembali",
  "batal",
  "1-3, 5",
  "-2",
  "12-3-1986",
  "kemarin jam 9",
  "senin depan",
  "31-02-2026",
  "32-13-9999",
  "0812 3456 7890",
  "3201234567890123",
  "lansia",
  "KDRT",
  "42",
  "K-2026-0001",
  "K-2026-9999",
  `Mak ${secretWord}`,
  `${secretWord}, ibu, 34`,
  `Siti ${secretWord} tidak mau makan dan sering dipukul suaminya`,
  `tadi ke rumah ${secretWord}, latihan jalan 20 mnt, mau makan sendiri, senin lagi`,
  "dia mau bunuh diri malam ini",
  "Bolehkah saya menerima amplop dari keluarga klien?",
  "2027-01-01 Tahun Baru\n2027-03-19 Nyepi",
];

/** What makes programs stumble. */
const strange = [
  "",
  " ",
  "\u0000",
  `${secretWord}\u0000${secretWord}`,
  "\ud83d",
  `\udc00${secretWord}\ud800`,
  "\u202e\u2066abc\u2069",
  "\u200b\u200d\ufeff",
  `Z${"\u0301".repeat(400)}`,
  "👩‍👩‍👧‍👦🇮🇩".repeat(300),
  `${secretWord} `.repeat(700).slice(0, 10_000),
  "x".repeat(10_000),
  "\n".repeat(5_000),
  `<b>${secretWord}</i> &lt;&amp; <a href="tg://user?id=1">`,
  "</b></code><script>alert(1)</script>",
  `{ $name } { -brand } ${secretWord}`,
  "%s %d %00 \\u0000 \\",
  '\'; DROP TABLE "Update"; --',
  "constructor",
  "__proto__",
  "toString",
  "null",
  "undefined",
  "NaN",
  "-0",
  "1e309",
  "9".repeat(400),
  "0x10",
  "٣",
  "½",
  "2026-11-24T25:61:61Z",
  "/",
  "/@",
  "/mulai@pendamping_bot",
  "/start inv_",
  `/start ${"a".repeat(64)}`,
  `/kasus ${secretWord}`,
  "/kasus 99999999999999999999",
  "@pendamping_bot halo",
  "\r\n\t\v\f",
  "\u2028\u2029\u0085",
];

/** A text of any kind. */
export function anyText(dice: Dice): string {
  return dice.weighted<() => string>([
    [25, () => dice.pick(short)],
    [25, () => dice.pick(answers)],
    [30, () => dice.pick(strange)],
    [12, () => `/${dice.pick(commands)}`],
    [4, () => `${dice.pick(answers)}${dice.pick(strange)}`],
    [4, () => Array.from({ length: dice.roll(40) }, () => anyCharacter(dice)).join("")],
  ])();
}

/** Any code unit: half of a pair, a control character, a letter of any script. */
function anyCharacter(dice: Dice): string {
  return String.fromCharCode(dice.roll(dice.likely(50) ? 128 : 65_536));
}
