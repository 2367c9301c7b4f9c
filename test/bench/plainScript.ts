import type { Step } from "../../bench/script.js";

const list = "Tandai yang sesuai.";

/** A press, a text, a list with two ticks and a photo: one question of each kind. */
export const plainScript: readonly Step[] = [
  { face: { text: "Apa?", buttons: [["➕ Kasus baru"]] }, does: { press: "➕ Kasus baru" }, ticks: false },
  { face: { text: "Siapa nama klien?", buttons: [] }, does: { text: "Iyah" }, ticks: false },
  {
    face: { text: list, buttons: [["▫️ Makan", "▫️ Tidur"], ["✔️ Selesai"]] },
    does: { press: "▫️ Tidur" },
    ticks: false,
  },
  {
    face: { text: list, buttons: [["▫️ Makan", "☑️ Tidur"], ["✔️ Selesai (1)"]] },
    does: { press: "✔️ Selesai (1)" },
    ticks: true,
  },
  { face: { text: "Ada foto?", buttons: [["⏭ Lewati"]] }, does: { photo: 2_000 }, ticks: false },
];
