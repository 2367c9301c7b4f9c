/**
 * How the page looks, against pictures that are kept in `looks/`: a full chat, and a room in which nothing was done yet.
 * The page is served by itself, over a Telegram in which a bot said what is drawn here, at a time that stands still. It is
 * set in a font that ships with the project and without emoji, so that machines differ only in how they smooth letters, and
 * without the pattern behind the chat, which is most of the bytes of a picture:
 * a picture may differ from the kept one in 1 of 50 pixels, by the comparison of Playwright (pixelmatch, threshold 0.2). What
 * hides, moves or recolours a bubble or a row of buttons is more than that.
 *
 * A change that is meant: `UPDATE_LOOKS=1 npx vitest run test/playground/looks.test.ts`, and look at the pictures.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildPage } from "../../scripts/page.mjs";
import type { Person } from "../../src/playground/people.js";
import { roomLogOf } from "../../src/playground/roomLog.js";
import { type HostApp, servePage } from "../../src/playground/serving/page.js";
import { readingOf } from "../../src/playground/serving/reading.js";
import { tourFrom } from "../../src/playground/serving/tour.js";
import { startTelegram, type TelegramEmulator } from "../../src/playground/telegram.js";
import { browserPath, openBrowser } from "../support/browser.js";

/**
 * The part of pixels that may differ. On one machine it is 0; letters that are smoothed in the way of another one made up to
 * 0.026 of them differ (26 November 2026), before `alike` took the two largest causes away.
 */
const tolerance = 0.02;

/** Letters are drawn alike: not fitted to the grid of pixels, and without the colours of the screen's parts. */
const alike = [
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--disable-font-subpixel-positioning",
  "--force-color-profile=srgb",
];

type Comparer = (
  actual: Buffer,
  expected: Buffer,
  options: { readonly maxDiffPixelRatio: number },
) => { readonly errorMessage: string; readonly diff?: Buffer } | null;
const { utils } = createRequire(import.meta.url)("playwright-core/lib/coreBundle") as {
  readonly utils: { getComparator(mime: string): Comparer };
};
const compare = utils.getComparator("image/png");

const kept = fileURLToPath(new URL("looks", import.meta.url));
const token = "7000000001:looks";
const now = new Date("2026-11-26T02:15:30Z");
const clock = { now: () => now, ahead: () => 0, forward: () => {}, reset: () => {} };

/** Three colours as photos. */
const photos = [
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkmBnxHwAFlgKjbcR6AAAAAABJRU5ErkJggg==",
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
].map((base64) => Buffer.from(base64, "base64"));

describe.skipIf(browserPath === undefined)("the page looks as it did", { timeout: 120_000 }, () => {
  let telegram: TelegramEmulator;
  let browser: Browser;
  let folder: string;
  let fonts: string;
  const served: { close(): void }[] = [];

  /** A room with the four people of the sample organisation, on a server of its own. */
  async function room(): Promise<{ readonly telegram: TelegramEmulator; readonly people: Person[] }> {
    const made = await startTelegram({ clock: clock.now });
    made.bot({ token, username: "pendamping_bot", name: "Pendamping" });
    const people = ["Ratna", "Yusuf", "Dedi", "Sri"].map((firstName) => made.person({ firstName }));
    const roles = ["worker", "worker", "supervisor", "admin"];
    const nothing = async () => {};
    const app: HostApp = {
      zone: "Asia/Jakarta",
      dataDir: "data/playground",
      roles: async () => new Map(people.map(({ id }, place) => [id, [roles[place] ?? "worker"]])),
      enrol: nothing,
      filled: async () => true,
      fill: nothing,
      clean: nothing,
      language: () => "id",
      speak: async () => false,
      stepsDone: async () => new Set(),
      wake: () => {},
    };
    const page = servePage({
      telegram: made,
      clock,
      app,
      reading: readingOf(),
      tour: tourFrom(),
      log: roomLogOf(made, clock.now),
      assets: folder,
      changed: () => {},
    });
    made.serves(page.route);
    served.push(page, { close: () => void made.close() });
    return { telegram: made, people };
  }

  /** Calls the Bot API as a bot does; photos go along as files. */
  async function bot(method: string, fields: object, files: readonly Buffer[] = []): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields))
      form.set(name, typeof value === "string" ? value : JSON.stringify(value));
    for (const [place, file] of files.entries())
      form.set(`f${place}`, new Blob([new Uint8Array(file)], { type: "image/png" }), `f${place}.png`);
    const answer = await fetch(`${telegram.url}/bot${token}/${method}`, { method: "POST", body: form });
    expect(await answer.json()).toMatchObject({ ok: true });
  }

  async function fillChat(ratna: Person): Promise<void> {
    const chat_id = ratna.id;
    const html = { chat_id, parse_mode: "HTML" };
    const key = (text: string, more: object = {}) => ({ text, callback_data: "a", ...more });
    ratna.opens();
    await bot("sendMessage", {
      ...html,
      text: "<b>LKS Harapan Kasih (contoh)</b>\nApa yang ingin Anda lakukan?",
      reply_markup: { inline_keyboard: [[key("Kasus baru"), key("Kasus saya")], [key("Tanya etika & STR")]] },
    });
    const media = photos.map((_, place) => ({
      type: "photo",
      media: `attach://f${place}`,
      ...(place === 0 ? { caption: "Rumah klien, dilihat dari jalan." } : {}),
    }));
    await bot("sendMediaGroup", { chat_id, media, protect_content: "true" }, photos);
    ratna.sends(
      "Klien memberi saya amplop, boleh diterima? Ia tersinggung bila saya menolak di depan keluarganya.",
    );
    await bot("sendMessage", {
      ...html,
      reply_parameters: { message_id: ratna.lastMessage()?.message_id },
      text:
        "<b>Hadiah dari klien atau keluarganya</b>\nJangan terima uang, amplop, atau barang berharga.\n" +
        "<blockquote expandable>Pasal 45 ayat (2): imbalan jasa tidak berlaku bagi klien yang miskin, telantar, " +
        "atau tertimpa musibah, juga bila keluarganya memberi dengan rela hati dan tanpa diminta.</blockquote>\n" +
        "<code>K-2026-0042</code> · #hadiah",
      reply_markup: {
        inline_keyboard: [
          [key("Setujui", { style: "success" }), key("Kembalikan", { style: "danger" })],
          [{ text: "Sudah diputuskan", disabled: {} }],
          ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"].map((day) => key(day)),
          ["23", "24", "25", "·26·", "27", "28", "29"].map((day) => key(day)),
        ],
      },
    });
    ratna.sendsDocument("surat-keterangan.pdf", "application/pdf", 48_000);
    ratna.sends("Ini suratnya.");
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "pendamping-looks-"));
    await buildPage(folder);
    const faces = await Promise.all(
      ([400, 600, 700] as const).map(async (weight) => {
        const name = {
          400: "400Regular/Arimo_400Regular",
          600: "600SemiBold/Arimo_600SemiBold",
          700: "700Bold/Arimo_700Bold",
        }[weight];
        const bytes = await readFile(`node_modules/@expo-google-fonts/arimo/${name}.ttf`, "base64");
        return `@font-face{font-family:Arimo;font-weight:${weight};src:url(data:font/ttf;base64,${bytes})}`;
      }),
    );
    fonts = `${faces.join("")} *{font-family:Arimo!important} .chat{background:var(--wall)!important} .chat::before{display:none}`;
    browser = await openBrowser(alike);
  });
  afterAll(async () => {
    await browser?.close();
    for (const one of served) one.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Opens a room, in somebody's chat where one is named. */
  async function opens(chat?: Person): Promise<Page> {
    const page = await browser.newPage({ locale: "id-ID", reducedMotion: "reduce", bypassCSP: true });
    await page.goto(`${telegram.url}/${chat === undefined ? "" : `#${chat.id}`}`);
    await page.addStyleTag({ content: fonts });
    const words = chat === undefined ? "Mau mulai dari mana?" : "Ini suratnya.";
    await page.getByText(words).locator("visible=true").last().waitFor();
    await page.evaluate("document.fonts.ready");
    return page;
  }

  async function picture(page: Page, width: number, colorScheme: "light" | "dark"): Promise<Buffer> {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: width < 500 ? 740 : 570 });
    await page.evaluate("document.querySelector('.log-box')?.scrollTo(0, 0)");
    await page.waitForFunction("[...document.images].every((image) => image.complete)");
    return page.screenshot({ animations: "disabled" });
  }

  async function looksAsKept(name: string, taken: Buffer): Promise<void> {
    const file = join(kept, `${name}.png`);
    if (process.env.UPDATE_LOOKS !== undefined) {
      await mkdir(kept, { recursive: true });
      await writeFile(file, taken);
    }
    const difference = compare(taken, await readFile(file), { maxDiffPixelRatio: tolerance });
    if (difference?.diff !== undefined) await writeFile(join(tmpdir(), `${name}.diff.png`), difference.diff);
    expect(difference?.errorMessage).toBeUndefined();
  }

  describe("a full chat", () => {
    let page: Page;
    beforeAll(async () => {
      const made = await room();
      telegram = made.telegram;
      const [ratna] = made.people;
      if (ratna === undefined) throw new Error("Ratna is missing");
      await fillChat(ratna);
      page = await opens(ratna);
    });
    test.each(
      ([390, 768, 1280] as const).flatMap((width) =>
        (["light", "dark"] as const).map((scheme) => [width, scheme] as const),
      ),
    )("%i px, %s", async (width, scheme) => {
      await looksAsKept(`chat-${width}-${scheme}`, await picture(page, width, scheme));
    });
  });

  describe("a room in which nothing was done yet", () => {
    let page: Page;
    beforeAll(async () => {
      telegram = (await room()).telegram;
      page = await opens();
    });
    test.each([390, 1280])("%i px", async (width) => {
      await looksAsKept(`room-${width}`, await picture(page, width, "light"));
    });
  });

  test("a picture of another page is told from it", async () => {
    const light = await readFile(join(kept, "chat-390-light.png"));
    const dark = await readFile(join(kept, "chat-390-dark.png"));
    expect(compare(light, dark, { maxDiffPixelRatio: tolerance })?.errorMessage).toMatch(/pixels/);
  });
});
