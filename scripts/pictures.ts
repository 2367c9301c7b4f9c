/**
 * Takes the pictures of the guide: `npm run pictures`. The page of the playground stands in a headless Chromium, as on a
 * phone; the worker of the sample organisation goes from screen to screen, and each is photographed into docs/pictures.
 * Needs a font with emoji (fonts-noto-color-emoji).
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Person } from "../src/playground/people.js";
import { browserPath, openBrowser, openWindow } from "../test/support/browser.js";
import { openTestPlayground } from "../test/support/playground.js";

const folder = fileURLToPath(new URL("../docs/pictures", import.meta.url));

/** A long phone, in which a card and its buttons have room. */
const size = { width: 390, height: 1_000 };

/** A screen: its file, how the worker gets to it, and words that stand on it. */
type Screen = { readonly name: string; readonly way: (worker: Person) => unknown; readonly shows: string };

const screens: readonly Screen[] = [
  {
    name: "card",
    way: async (worker) => {
      worker.sends("/kasus");
      await worker.sees("Kasus saya");
      worker.presses(/Intervensi/);
    },
    shows: "Kontak terakhir",
  },
  { name: "history", way: (worker) => worker.presses("🗂 Riwayat"), shows: "· riwayat" },
  { name: "answers", way: (worker) => worker.presses(/^📄 /), shows: "Selesai ✓" },
  {
    name: "filing",
    way: (worker) =>
      worker.sendsDocument("surat-kontrol.pdf", "application/pdf", 48_000, {
        caption: "Kontrol ke puskesmas",
      }),
    shows: "Simpan ke kasus mana?",
  },
  {
    name: "question",
    way: async (worker) => {
      worker.sends("/mulai");
      await worker.sees("➕ Kasus baru");
      worker.presses("➕ Kasus baru");
      await worker.sees("Bagaimana klien sampai ke Anda?");
      worker.presses("Penjangkauan");
    },
    shows: "Kapan kontak pertama?",
  },
  {
    name: "guidance",
    way: async (worker) => {
      worker.sends("/etika");
      await worker.sees("etika");
      worker.sends("Keluarga klien memberi saya amplop, boleh diterima?");
    },
    shows: "Pertanyaan Anda",
  },
];

if (browserPath === undefined) throw new Error("The pictures need a Chromium");
const playground = await openTestPlayground({ withPage: true });
const browser = await openBrowser();
try {
  const page = await (await openWindow(browser, "phone")).newPage();
  await page.setViewportSize(size);
  await page.goto(playground.url);
  await page.evaluate("fetch('/playground/fill', { method: 'POST' }).then((answer) => answer.json())");
  await page.goto(playground.url);
  await page.getByRole("button", { name: "Ratna" }).click();
  const worker = playground.telegram.people().find(({ user }) => user.first_name === "Ratna");
  if (worker === undefined) throw new Error("Ratna is missing");
  for (const { name, way, shows } of screens) {
    worker.looksAway();
    await way(worker);
    await worker.sees(shows);
    const row = page.locator(".row").filter({ hasText: shows }).last();
    await row.waitFor();
    // A reminder may have come below it meanwhile.
    await row.evaluate(`(element) => element.scrollIntoView({ block: "end" })`);
    await page.screenshot({ path: join(folder, `phone-${name}.jpg`), type: "jpeg", quality: 80 });
    console.log(`docs/pictures/phone-${name}.jpg`);
  }
} finally {
  await browser.close();
  await playground.close();
}
