import { expect, test } from "vitest";
import { anonymousWords } from "../../src/chat/guidance/anonymousWords.js";

const words = new Set("apa boleh minta data klien ke polisi jadwal".split(" "));
const options = {
  knows: (word: string) => words.has(word.toLowerCase()),
  titles: new Set(["bu", "pak", "bernama"]),
};

test.each([
  ["Apa boleh minta data klien?", "apa boleh minta data klien"],
  ["Apa boleh Budi minta data ke 08123456789", "apa boleh minta data ke"],
  ["apa boleh bu yosepha minta jadwal", "apa boleh bu minta jadwal"],
  ["minta data di https://x.id/siti atau @siti, siti@mail.id", "minta data di atau"],
  ["minta minta minta kapal pesiar", "minta kapal pesiar"],
  ["NIK 3201012345678901 punya siapa klien", "punya siapa klien"],
  ["halo apa", ""],
  ["", ""],
])("what is kept of “%s”: “%s”", (question, kept) => {
  expect(anonymousWords(question, options)).toBe(kept);
});
