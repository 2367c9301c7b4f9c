import type { Message } from "@grammyjs/types";

/**
 * What a person types at a question of the assessment, as the `n`th answer; every choice can be typed as well as pressed,
 * and no two free texts are alike. `undefined` where nothing is asked.
 */
export function typedAnswer({ text = "", reply_markup: markup }: Message, n: number): string | undefined {
  const labels = (markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  if (labels.length === 0) return undefined;
  const ticks = labels.filter((label) => /^[▫☑]/u.test(label));
  if (ticks.length > 0) return (ticks.at(-1) ?? "").replace(/^[▫☑]\uFE0F? /u, "");
  if (labels.some((label) => /^Ya$|Tambah/.test(label))) return "ya";
  if (labels.includes("Hari ini")) return "12-3-2026";
  if (/lahir|umur/i.test(text)) return "12-3-1980";
  if (labels.length > 4) return "1";
  return `Catatan ${n}: Ibu sehat, tinggal sendiri sejak 2019, dan dibantu tetangga.`;
}
