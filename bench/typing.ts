import type { Message } from "@grammyjs/types";
import type { Answer } from "./load.js";

/** What a person types at a question of the assessment; every choice can be typed as well as pressed. */
export function typedAnswer(message: Message): Answer | undefined {
  const faces = (message.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  if (faces.length === 0) return undefined;
  const ticks = faces.filter((face) => /^[▫☑]/u.test(face));
  if (ticks.length > 0) return { text: (ticks.at(-1) ?? "").replace(/^[▫☑]\uFE0F? /u, "") };
  if (faces.some((face) => /^Ya$|Tambah/.test(face))) return { text: "ya" };
  if (faces.includes("Hari ini")) return { text: "12-3-2026" };
  if (/lahir|umur/i.test(message.text ?? "")) return { text: "12-3-1980" };
  if (faces.length > 4) return { text: "1" };
  return { text: "Ibu sehat, tinggal sendiri sejak 2019, dan dibantu tetangga." };
}
