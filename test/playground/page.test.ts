import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { browserPath, openBrowser, openWindow } from "../support/browser.js";
import { openTestPlayground, type TestPlayground } from "../support/playground.js";
import { bundleTypesetting } from "../support/typesetting.js";

/** A green pixel, as a photo of something. */
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkmBnxHwAFlgKjbcR6AAAAAABJRU5ErkJggg==",
  "base64",
);

/** Where the thread that sets papers is bundled for this file. */
const typesetting = "node_modules/.cache/typesetting-page";

/** What a visitor does at a question of the approach form. */
type Deed = { press: string } | { ticks: string[] } | { types: string } | { photo: true };

const safely: Deed = { press: "▫️ Tidak ada" };

/** The approach form as a visitor walks it: what is asked, what is done. */
const approach: readonly (readonly [string, Deed])[] = [
  ["Bagaimana klien sampai ke Anda?", { press: "Penjangkauan" }],
  ["Kapan kontak pertama?", { press: "Kemarin" }],
  ["Siapa klien Anda?", { press: "⬅️ Kembali" }],
  ["Kapan kontak pertama?", { press: "Hari ini" }],
  ["Siapa klien Anda?", { press: "Satu orang" }],
  ["Apakah ada bahaya saat ini?", safely],
  ["Adakah situasi hukum dalam kasus ini?", safely],
  ["Kapan klien lahir?", { types: "71 tahun" }],
  ["Apa saja yang sudah Anda jelaskan kepada klien?", { ticks: ["Tujuan layanan", "Biaya"] }],
  ["Siapa yang berhak menyetujui?", { press: "Klien sendiri" }],
  ["Apakah pencatatan data pribadi diizinkan?", { press: "Ya" }],
  ["Bagaimana izin data itu diberikan?", { press: "Tertulis" }],
  ["Ada bukti izin datanya?", { photo: true }],
  ["Siapa nama klien?", { types: "Iyah binti Sarta" }],
  ["Apa jenis kelamin klien?", { press: "Perempuan" }],
  ["Di desa atau kelurahan mana klien berada?", { types: "Sukamaju RT 03/05" }],
  ["Di kecamatan mana?", { press: "⏭ Lewati" }],
  ["Di kabupaten atau kota mana?", { types: "Kabupaten Cianjur" }],
  ["Nomor telepon mana yang bisa dihubungi?", { press: "⏭ Lewati" }],
  ["Klien termasuk jenis PPKS yang mana?", { types: "Lanjut usia telantar" }],
  ["Apa masalahnya menurut klien?", { types: "Makan sekali sehari, takut jatuh lagi." }],
  ["Apakah klien memenuhi syarat layanan lembaga?", { press: "Ya" }],
  ["Apakah layanan ini disetujui?", { press: "Ya" }],
  ["Bagaimana persetujuan diberikan?", { press: "Tertulis" }],
  ["Kapan persetujuan diberikan?", { press: "Hari ini" }],
  ["Apa tujuan awal layanan ini?", { types: "Makan teratur." }],
  ["Sampai kapan kontrak ini berlaku?", { types: "28-2-2030" }],
  ["Apa kewajiban Anda dalam kontrak ini?", { ticks: ["Melayani sesuai standar"] }],
  ["Apa kewajiban klien dalam kontrak ini?", { ticks: ["Hadir sesuai janji"] }],
  ["Adakah kesepakatan lain?", { press: "⏭ Lewati" }],
  ["Kapan kontrak ditandatangani?", { press: "🖨 Kontrak layanan" }],
  ["Kapan kontrak ditandatangani?", { press: "⏭ Lewati" }],
];

describe.skipIf(browserPath === undefined)("a visitor of the page", { timeout: 180_000 }, () => {
  let playground: TestPlayground;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    await bundleTypesetting(typesetting);
    const thread = pathToFileURL(resolve(typesetting, "thread.mjs"));
    playground = await openTestPlayground({
      withPage: true,
      typesettingThread: thread,
      room: { host: "127.0.0.1", port: 0 },
    });
    browser = await openBrowser();
    page = await (await openWindow(browser, "desktop")).newPage();
    page.setDefaultTimeout(20_000);
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(playground.url);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await playground?.close();
  });

  const sees = (text: string) => page.locator(".log").getByText(text).last().waitFor();
  const field = () => page.getByRole("textbox", { name: "Pesan" });
  const presses = (name: string) =>
    page.locator(".inline-keyboard").getByRole("button", { name, exact: true }).last().click();
  const person = (name: string) => page.getByRole("navigation").getByRole("button", { name });

  const named = (firstName: string) => {
    const found = playground.telegram.people().find(({ user }) => user.first_name === firstName);
    if (found === undefined) throw new Error(`${firstName} is missing`);
    return found;
  };

  async function types(text: string): Promise<void> {
    await field().fill(text);
    await field().press("Enter");
  }

  async function sendsPhoto(): Promise<void> {
    const file = join(playground.dataDir, "rumah.png");
    await writeFile(file, photo);
    await page.getByRole("button", { name: "Lampirkan" }).click();
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("menuitem", { name: "Foto" }).click();
    await (await choosing).setFiles(file);
    await page.getByRole("dialog").getByRole("button", { name: "Kirim" }).click();
  }

  async function does(deed: Deed): Promise<void> {
    if ("press" in deed) await presses(deed.press);
    else if ("types" in deed) await types(deed.types);
    else if ("photo" in deed) await sendsPhoto();
    else {
      for (const tick of deed.ticks) {
        await presses(`▫️ ${tick}`);
        await page.getByRole("button", { name: `☑️ ${tick}` }).waitFor();
      }
      await page.locator(".inline-keyboard").getByRole("button", { name: "✔️ Selesai" }).last().click();
    }
  }

  test("finds an admin, a supervisor and two workers ready, after little was loaded", async () => {
    await person("Ratna").waitFor();
    const roles = await page.locator(".person .role").allTextContents();
    expect(roles).toEqual(["pekerja sosial", "pekerja sosial", "supervisor", "admin"]);
    // What takes time before it is painted: how much comes, and how often the server is asked.
    const loaded = await page.evaluate<{ name: string; bytes: number }[]>(
      `performance.getEntriesByType("resource").map(({ name, encodedBodySize }) => ({ name, bytes: encodedBodySize }))`,
    );
    expect(loaded.map(({ name }) => new URL(name).pathname)).toEqual([
      "/playground/style.css",
      "/playground/app.js",
      "/playground/state",
    ]);
    expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(100_000);
    expect(playground.told).toEqual([
      expect.stringMatching(/^Playground: http:\/\/localhost:\d+ · .*real.* · data: /),
      expect.stringMatching(
        /^Training: learners open http:\S+ and enter the code \S{9} · made-up data only$/,
      ),
    ]);
  });

  test("shows three things to begin with where no chat is open, and a press begins one", async () => {
    await page.getByRole("heading", { name: "Mau mulai dari mana?" }).waitFor();
    await page.getByRole("button", { name: "Tanya soal etika" }).click();
    await page.getByRole("main").getByText("sebagai Ratna").waitFor();
    await page.locator(".row.own").getByText("/etika").waitFor();
    await page.locator(".row.theirs .inline-keyboard").last().waitFor();
  });

  const step = (place: number) => page.locator(".tour").getByText(`Langkah ${place} dari 8`).waitFor();

  test("takes the tour at will: what was done counts, in whatever order", async () => {
    await page.getByRole("button", { name: "Menu ruang latihan" }).click();
    await page.getByRole("menuitem", { name: "Ikuti tur delapan langkah" }).click();
    await step(1);
    expect(await page.locator(".tour-steps .done").count()).toBe(0);
    await types("Keluarga klien memberi saya amplop, boleh diterima?");
    await page.locator(".tour-steps .done").waitFor();
    await step(1);
  });

  test("reads commands while typing one, and sends it with the keyboard", async () => {
    await person("Ratna").click();
    await sees("Apa yang ingin Anda lakukan?");
    // An arrow right after a letter, before anything that runs late could point to the first command again.
    const pointed = await page.evaluate(`(async () => {
      const field = document.querySelector("textarea");
      const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
      set.call(field, "/");
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      while (document.querySelector("#options") === null) await Promise.resolve();
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true }));
      await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50)));
      return document.querySelector("#options [aria-selected=true]").id;
    })()`);
    expect(pointed).toBe("option-1");
    // What was begun is there again when one comes back.
    await field().fill("/mu");
    await person("Dedi").click();
    await page.getByRole("main").getByText("sebagai Dedi").waitFor();
    expect(await field().inputValue()).toBe("");
    await person("Ratna").click();
    await page.getByRole("option", { name: "/mulai" }).waitFor();
    await field().press("Enter");
    await page.locator(".row.own").getByText("/mulai").waitFor();
  });

  test("walks the whole approach form by clicking and typing, and uploads a photo", async () => {
    await sees("Apa yang ingin Anda lakukan?");
    await presses("➕ Kasus baru");
    for (const [index, [question, deed]] of approach.entries()) {
      await sees(question);
      await does(deed);
      const next = approach[index + 1]?.[0] ?? "📨 Kirim";
      const shown = page.locator(".log").getByText(next).or(page.locator(".row").last().getByText("Betul?"));
      await shown.last().waitFor();
      const last = page.locator(".row").last();
      if (/Betul\?/.test((await last.textContent()) ?? "")) await presses("Ya");
    }
    const picture = page.locator(".row.own .picture img").last();
    await picture.waitFor();
    await page.waitForFunction("document.querySelector('.row.own .picture img')?.naturalWidth === 1");
    await step(4);
    await presses("📨 Kirim");
    await sees("Asesmen");
    await step(6);
  });

  test("gets a document, and goes on with the tour after leaving it and after a reload", async () => {
    const file = page.locator(".row.theirs .file");
    await file.waitFor();
    const bytes = await page.request.get(new URL((await file.getAttribute("href")) ?? "", page.url()).href);
    expect((await bytes.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await step(6);
    await page.getByRole("button", { name: "Tinggalkan tur" }).click();
    await page.locator(".tour").waitFor({ state: "detached" });
    await page.reload();
    await page.getByRole("button", { name: "Menu ruang latihan" }).click();
    await page.getByRole("menuitem", { name: "Lanjutkan tur: langkah 6 dari 8" }).click();
    await step(6);
    await page.locator(".tour").getByRole("button", { name: "Isi contoh" }).waitFor();
    await page.getByRole("button", { name: "Tinggalkan tur" }).click();
    await page.locator(".tour").waitFor({ state: "detached" });
  });

  test("reads an edited message: the question that was answered shows its answer", async () => {
    const edited = page.locator(".row.theirs").filter({ hasText: "Penjangkauan ✓" });
    await edited.waitFor();
    expect(await edited.locator(".edited").textContent()).toContain("diedit");
    expect(await edited.locator(".inline-keyboard").count()).toBe(0);
  });

  test("reads in a notice that a button is of long ago", async () => {
    const yusuf = playground.telegram.people().find(({ user }) => user.first_name === "Yusuf");
    if (yusuf === undefined) throw new Error("Yusuf is missing");
    const { conversation, bot } = yusuf;
    const id = conversation.takeMessageId();
    conversation.messages.set(id, {
      message_id: id,
      from: bot.user,
      chat: conversation.chat,
      date: Math.floor(playground.clock.now().getTime() / 1000),
      text: "Sebuah pesan lama",
      reply_markup: { inline_keyboard: [[{ text: "Tombol lama", callback_data: "gone:1" }]] },
    });
    await person("Yusuf").click();
    await presses("Tombol lama");
    await page.locator(".notice").getByText("Tombol ini sudah tidak berlaku.").waitFor();
  });

  test("switches to another person, whose unread messages are counted until they are looked at", async () => {
    const dedi = playground.telegram.people().find(({ user }) => user.first_name === "Dedi");
    const badge = person("Dedi").locator(".badge");
    dedi?.sends("/mulai");
    await badge.waitFor();
    await person("Dedi").click();
    await page.getByRole("main").getByText("sebagai Dedi").waitFor();
    await badge.waitFor({ state: "detached" });
    await sees("Persetujuan");
  });

  test("moves the clock, which the bot and the chat follow", async () => {
    const before = playground.clock.now().getTime();
    await page.getByRole("button", { name: "+1 minggu" }).click();
    await page.getByText("Sekarang").waitFor();
    expect(playground.clock.now().getTime() - before).toBeGreaterThanOrEqual(7 * 86_400_000);
    await types("/mulai");
    await page.locator(".day").nth(1).waitFor();
    await page.getByRole("button", { name: "Maju ke pukul 07.30 berikutnya" }).click();
    await page.locator(".clock").getByText("07.30", { exact: true }).waitFor();
  });

  test("adds a person, who begins as a stranger, and opens an invitation link inside", async () => {
    await page.getByRole("button", { name: "Orang baru" }).click();
    await page.getByLabel("Nama panggilan").fill("Wayan");
    await page.getByLabel("Orang yang belum diundang").check();
    await page.getByRole("button", { name: "Tambahkan" }).click();
    await page.getByRole("main").getByText("sebagai Wayan").waitFor();
    await page.getByRole("button", { name: "Mulai", exact: true }).click();
    await sees("undangan");
    expect(await person("Wayan").textContent()).toContain("belum diundang");
    const wayan = playground.telegram.people().at(-1);
    wayan?.sends("lihat https://t.me/pendamping_bot?start=inv_tidakada");
    await page.getByRole("link", { name: "start=inv_tidakada" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Wayan" }).click();
    await sees("/start inv_tidakada");
  });

  test("records a voice message, sends a place, and blocks the bot", async () => {
    await page.getByRole("button", { name: "Rekam suara" }).click();
    await page.getByText("Merekam 0:01").waitFor();
    await page.getByRole("button", { name: "Kirim" }).click();
    await page.locator(".row.own .voice").waitFor();
    await page.getByRole("button", { name: "Putar" }).click();
    await page.getByRole("button", { name: "Lampirkan" }).click();
    await page.getByRole("menuitem", { name: "Lokasi" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Kirim" }).click();
    await page.locator(".row.own .place").waitFor();
    await page.getByRole("button", { name: "Menu percakapan" }).click();
    await page.getByRole("menuitem", { name: "Blokir bot" }).click();
    await page.getByText("Bot ini diblokir").waitFor();
    await page.getByRole("button", { name: "Buka blokir" }).click();
    await field().waitFor();
  });

  test("saves the chat as text and as a test", async () => {
    await person("Ratna").click();
    const save = async (name: string) => {
      await page.getByRole("button", { name: "Menu percakapan" }).click();
      const saving = page.waitForEvent("download");
      await page.getByRole("menuitem", { name }).click();
      return readFile(await (await saving).path(), "utf8");
    };
    const text = await save("Simpan percakapan");
    expect(text).toContain("Bot ✎ Bagaimana klien sampai ke Anda? — Penjangkauan ✓");
    const script = JSON.parse(await save("Simpan ruang sebagai uji")) as {
      people: object[];
      steps: object[];
    };
    expect(script.people).toContainEqual({ id: 6_000_000_001, firstName: "Ratna", language: "id" });
    expect(script.steps).toContainEqual(
      expect.objectContaining({ does: "photographs", file: { base64: photo.toString("base64") } }),
    );
  });

  test("speaks English and turns dark where that is chosen", async () => {
    const menu = () =>
      page.getByRole("banner").or(page.locator(".people .bar")).getByRole("button").last().click();
    await menu();
    await page.getByRole("menuitem", { name: "Gelap" }).click();
    expect(await page.evaluate("getComputedStyle(document.body).colorScheme")).toBe("dark");
    await menu();
    await page.getByRole("menuitem", { name: "English" }).click();
    await page.getByText("Training room").waitFor();
    await page.getByRole("button", { name: "Menu of the training room" }).click();
    await page.getByRole("menuitem", { name: "Bahasa Indonesia" }).click();
  });

  test("scrolls through 1,000 messages smoothly", async () => {
    const sri = playground.telegram.people().find(({ user }) => user.first_name === "Sri");
    if (sri === undefined) throw new Error("Sri is missing");
    const { conversation, bot } = sri;
    for (let n = 1; n <= 1_000; n++) {
      const id = conversation.takeMessageId();
      const text = `Pesan ke-${n}. ${"Catatan panjang tentang kunjungan. ".repeat(n % 5)}`;
      const date = Math.floor(playground.clock.now().getTime() / 1000) - (1_000 - n);
      conversation.messages.set(id, {
        message_id: id,
        from: n % 2 ? bot.user : sri.user,
        chat: conversation.chat,
        date,
        text,
      });
    }
    await person("Sri").click();
    await sees("Pesan ke-1000.");
    // How many messages each frame adds while one scrolls to the oldest: none as a rule, and never many.
    const frames = await page.evaluate<number[]>(`(async () => {
      const box = document.querySelector(".log-box");
      const drawn = () => document.querySelectorAll(".row").length;
      const added = [];
      for (let before = drawn(); before < 1_000 && added.length < 2_000; ) {
        box.scrollBy(0, -400);
        await new Promise(requestAnimationFrame);
        added.push(drawn() - before);
        before = drawn();
      }
      return added;
    })()`);
    // In portions of 200 of more than 1,000.
    expect(Math.max(...frames)).toBeLessThanOrEqual(200);
    expect(frames.filter((added) => added > 0)).toHaveLength(4);
    expect(frames.length).toBeLessThan(2_000);
    await page.getByRole("button", { name: "Ke pesan terbaru" }).click();
  });

  test("keeps what is typed before a chat that was just opened is painted", async () => {
    await person("Dedi").waitFor();
    const kept = await page.evaluate<string>(`(async () => {
      const field = () => document.querySelector(".composer textarea");
      const before = field();
      [...document.querySelectorAll("nav button")].find((one) => one.textContent.includes("Dedi")).click();
      // What was clicked is drawn in a microtask, before any frame.
      while (field() === null || field() === before) await null;
      field().value = "Cepat sekali";
      field().dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(() => setTimeout(done))));
      return field().value;
    })()`);
    expect(kept).toBe("Cepat sekali");
  });

  test("keeps a text that was not sent, until it is sent again or thrown away", async () => {
    await page.context().setOffline(true);
    await types("Ini harus sampai.");
    await page.locator(".unsent").getByText("Ini harus sampai.").waitFor();
    await page.getByText("ruang latihan tidak terhubung").waitFor();
    await page.context().setOffline(false);
    await page.locator(".unsent").getByRole("button", { name: "Coba lagi" }).click();
    await page.locator(".row.own").getByText("Ini harus sampai.").waitFor();
    expect(await page.locator(".unsent").count()).toBe(0);
    // The browser says by itself that the network was away.
    faults.splice(0, faults.length, ...faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault)));
  });

  test("gives the focus back where a menu was opened", async () => {
    const opener = page.getByRole("button", { name: "Menu percakapan" });
    await opener.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Blokir bot" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("Menu percakapan");
  });

  describe("what else the bot sends", () => {
    /** Calls the Bot API as the bot does: what comes with a name is a file. */
    async function bot(method: string, fields: Record<string, string | [name: string, content: Buffer]>) {
      const yusuf = named("Yusuf");
      const form = new FormData();
      form.set("chat_id", String(yusuf.id));
      for (const [field, value] of Object.entries(fields)) {
        if (typeof value === "string") form.set(field, value);
        else {
          const [name, content] = value;
          const type = name.endsWith(".png") ? "image/png" : "text/plain";
          form.set(field, new Blob([new Uint8Array(content)], { type }), name);
        }
      }
      const url = `${playground.telegram.url}/bot${yusuf.bot.token}/${method}`;
      const answer = (await (await fetch(url, { method: "POST", body: form })).json()) as {
        result: { message_id: number } & { message_id: number }[];
      };
      return answer.result;
    }
    const row = (text: string) => page.locator(".row").filter({ hasText: text });
    const menuOf = async (text: string) => {
      await row(text).locator(".bubble").click({ button: "right" });
      const items = await page.getByRole("menuitem").allTextContents();
      return items;
    };

    beforeAll(() => person("Yusuf").click());

    test("an album is one message, also one that a person sends; what is deleted is gone from it and from the list", async () => {
      const media = ["a", "b", "c"].map((name, place) => ({
        type: "photo",
        media: `attach://${name}`,
        ...(place === 0 ? { caption: "Tiga foto rumah" } : {}),
      }));
      const [, second] = await bot("sendMediaGroup", {
        media: JSON.stringify(media),
        a: ["a.png", photo],
        b: ["b.png", photo],
        c: ["c.png", photo],
      });
      const album = row("Tiga foto rumah");
      await album.locator(".pictures img").nth(2).waitFor();
      expect(await album.count()).toBe(1);
      await bot("deleteMessage", { message_id: String(second?.message_id) });
      await album.locator(".pictures img").nth(2).waitFor({ state: "detached" });
      const { message_id: last } = await bot("sendMessage", { text: "Segera hilang" });
      await person("Yusuf").getByText("Segera hilang").waitFor();
      await bot("deleteMessages", { message_ids: JSON.stringify([last]) });
      await person("Yusuf").getByText("Segera hilang").waitFor({ state: "detached" });
      expect(await row("Segera hilang").count()).toBe(0);
      const files = ["satu.png", "dua.png"].map((name) => join(playground.dataDir, name));
      for (const file of files) await writeFile(file, photo);
      await page.getByRole("button", { name: "Lampirkan" }).click();
      const choosing = page.waitForEvent("filechooser");
      await page.getByRole("menuitem", { name: "Foto" }).click();
      await (await choosing).setFiles(files);
      await page.getByRole("dialog").getByRole("textbox").fill("Dua dari saya");
      await page.getByRole("dialog").getByRole("button", { name: "Kirim" }).click();
      await row("Dua dari saya").locator(".pictures img").nth(1).waitFor();
    });

    test("what is protected can be looked at, and not be kept; what is not can be", async () => {
      await bot("sendPhoto", { photo: ["a.png", photo], caption: "Foto bukti", protect_content: "true" });
      await row("Foto bukti").locator("img").waitFor();
      expect(await menuOf("Foto bukti")).toEqual(["Balas"]);
      await page.keyboard.press("Escape");
      expect(await row("Foto bukti").locator("a").count()).toBe(0);
      await row("Foto bukti").getByRole("img", { name: "Dilindungi: hanya bisa dilihat di sini" }).waitFor();
      await bot("sendDocument", {
        document: ["gambar.png", photo],
        caption: "Surat",
        protect_content: "true",
      });
      await row("Surat").getByRole("button", { name: "gambar.png" }).click();
      await page.getByRole("dialog").locator("iframe").waitFor();
      await page.getByRole("dialog").getByRole("button", { name: "Tutup" }).click();
      const words = Buffer.from("isi berkas");
      await bot("sendDocument", { document: ["catatan.txt", words], caption: "Boleh disimpan" });
      await row("Boleh disimpan").waitFor();
      expect(await menuOf("Boleh disimpan")).toEqual(["Balas", "Salin", "Unduh"]);
      const saving = page.waitForEvent("download");
      await page.getByRole("menuitem", { name: "Unduh" }).click();
      const saved = await saving;
      expect(saved.suggestedFilename()).toBe("catatan.txt");
      expect(await readFile(await saved.path())).toEqual(words);
    });

    test("a button copies its text, and a button that is no longer there is told of in the visitor's language", async () => {
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const key = { text: "Salin kode", copy_text: { text: "K-2026-0001" } };
      await bot("sendMessage", { text: "Kode", reply_markup: JSON.stringify({ inline_keyboard: [[key]] }) });
      await presses("Salin kode");
      await page.getByText("Disalin").waitFor();
      expect(await page.evaluate("navigator.clipboard.readText()")).toBe("K-2026-0001");
      await bot("sendMessage", { text: "Pilih", reply_markup: JSON.stringify({ keyboard: [["Ya"]] }) });
      const key2 = page.locator(".reply-keyboard").getByRole("button", { name: "Ya" });
      await key2.waitFor();
      named("Yusuf").conversation.keyboard = undefined;
      await key2.click();
      await page
        .locator(".notice")
        .getByText("Tidak berhasil: pesan atau tombol itu sudah tidak ada")
        .waitFor();
      await bot("sendMessage", { text: "Sudah", reply_markup: JSON.stringify({ remove_keyboard: true }) });
      await key2.waitFor({ state: "detached" });
      // The browser says by itself that a call was refused.
      faults.splice(0, faults.length, ...faults.filter((fault) => !/status of 404/.test(fault)));
    });
  });

  describe("what is long, over several days", () => {
    beforeAll(() => {
      const yusuf = playground.telegram.people().find(({ user }) => user.first_name === "Yusuf");
      if (yusuf === undefined) throw new Error("Yusuf is missing");
      const { conversation, bot } = yusuf;
      const long =
        "Klien saya seorang ibu, suaminya memukul dia tadi malam, dan anaknya melihat semuanya. ".repeat(3);
      const today = Math.floor(playground.clock.now().getTime() / 1000);
      const says = (daysAgo: number, more: object) => {
        const id = conversation.takeMessageId();
        const date = today - daysAgo * 86_400;
        const message = {
          message_id: id,
          from: bot.user,
          chat: conversation.chat,
          date,
          text: long,
          ...more,
        };
        conversation.messages.set(id, message);
        return message;
      };
      const key = (text: string) => ({ text, callback_data: "gone:1" });
      for (const ago of [5, 4, 3, 2]) for (let n = 0; n < 6; n += 1) says(ago, {});
      const asked = says(1, { from: yusuf.user });
      says(1, {
        reply_to_message: asked,
        text: "Kekerasan dalam rumah tangga",
        reply_markup: { inline_keyboard: [[key("🙋 Tanya supervisor"), key("👎 Tidak")]] },
      });
      says(0, {
        text: "Kapan?",
        reply_markup: {
          inline_keyboard: [
            [key("‹"), key("November 2026"), key("›")],
            ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"].map(key),
            ["23", "24", "·25·", "26", "27", "28", "29"].map(key),
          ],
        },
      });
      says(0, {
        text: `Batas: jam ini\n${long}`,
        entities: [
          {
            type: "date_time",
            offset: 7,
            length: 7,
            unix_time: today + 2 * 3_600 + 30,
            date_time_format: "r",
          },
          { type: "expandable_blockquote", offset: 15, length: long.trimEnd().length },
        ],
        reply_markup: {
          inline_keyboard: [
            [
              { ...key("✅ Setuju"), style: "success" },
              { ...key("↩️ Kembalikan"), style: "danger" },
            ],
            [{ text: "Sudah diputuskan", disabled: {} }],
          ],
        },
      });
    });

    test("at 390, 768 and 1280 px, light and dark, nothing is cut off, and nothing lies on words", async () => {
      const window = await browser.newContext({ locale: "id-ID", reducedMotion: "reduce" });
      const opened = await window.newPage();
      await opened.goto(`${playground.url}#${named("Yusuf").id}`);
      await opened.getByText("Sudah diputuskan").waitFor();
      for (const width of [390, 768, 1280]) {
        for (const colorScheme of ["light", "dark"] as const) {
          await opened.setViewportSize({ width, height: 844 });
          await opened.emulateMedia({ colorScheme });
          const seen = await opened.evaluate<{
            cut: string[];
            piled: number;
            broken: string[];
            motion: string;
          }>(`(() => {
            const pane = document.querySelector(".log-box").getBoundingClientRect();
            const cut = [...document.querySelectorAll(".bubble, .inline-keyboard button")]
              .filter((one) => {
                const { left, right } = one.getBoundingClientRect();
                return left < pane.left || right > pane.right + 0.5 || one.scrollWidth > one.clientWidth + 1;
              })
              .map((one) => one.textContent.slice(0, 40));
            const days = [...document.querySelectorAll(".day")].map((one) => one.getBoundingClientRect().top);
            const broken = [...document.querySelectorAll(".crowded button span")]
              .filter((one) => one.getClientRects().length > 1)
              .map((one) => one.textContent);
            return {
              cut,
              piled: days.length - new Set(days.map(Math.round)).size,
              broken,
              motion: getComputedStyle(document.querySelector(".inline-keyboard button"), "::after").animationName,
            };
          })()`);
          expect({ width, colorScheme, ...seen }).toEqual({
            width,
            colorScheme,
            cut: [],
            piled: 0,
            broken: [],
            motion: "none",
          });
        }
      }
      await opened.locator("time").getByText("dalam 2 jam").waitFor();
      expect(await opened.getByRole("button", { name: "Sudah diputuskan" }).isDisabled()).toBe(true);
      const height = () => opened.evaluate<number>("document.querySelector('.fold').clientHeight");
      const closed = await height();
      await opened.getByRole("button", { name: "Tampilkan semua" }).click();
      expect(await height()).toBeGreaterThan(closed);
      // One day at the upper edge while one scrolls, and it is the one that is looked at.
      await opened.evaluate("document.querySelector('.log-box').scrollBy(0, -1200)");
      await opened.locator(".day-now").waitFor();
      expect(await opened.locator(".day-now").count()).toBe(1);
      await opened.locator(".day-now").waitFor({ state: "detached" });
      await window.close();
    });
  });

  test("is one pane on a telephone, with a way back to the list", async () => {
    const phone = await (await openWindow(browser, "phone")).newPage();
    await phone.goto(playground.url);
    await phone.getByRole("button", { name: "Yusuf" }).click();
    await phone.getByText("sebagai Yusuf").waitFor();
    expect(await phone.getByRole("navigation").isVisible()).toBe(false);
    await phone.getByRole("button", { name: "Kembali ke daftar" }).click();
    await phone.getByRole("navigation").waitFor();
    await phone.goBack();
    await phone.getByText("sebagai Yusuf").waitFor();
    const wide = await phone.evaluate("document.documentElement.scrollWidth > innerWidth");
    expect(wide).toBe(false);
    await phone.context().close();
  });

  test("lets a learner in over the network, whose progress the trainer sees", async () => {
    const { entrance, url } = playground;
    const phone = await (await openWindow(browser, "phone")).newPage();
    phone.on("pageerror", (error) => faults.push(error.message));
    await phone.goto(entrance?.addresses[0] ?? "");
    await phone.getByText("Hanya data karangan").waitFor();
    await phone.getByLabel("Kode dari pelatih").fill(entrance?.code ?? "");
    await phone.getByLabel("Nama panggilan karangan").fill("Melati");
    await phone.getByRole("button", { name: "Masuk" }).click();
    await phone.getByRole("button", { name: "Mulai latihan: Amplop dari keluarga Pak Darmo" }).click();
    await phone.getByText("0 dari 4 tercapai").waitFor();
    await phone.getByRole("button", { name: "Ke percakapan" }).click();
    const words = phone.getByRole("textbox", { name: "Pesan" });
    await words.fill("boleh terima amplop dari keluarga klien?");
    await words.press("Enter");
    await phone.getByText("#hadiah").waitFor();
    await phone.getByRole("note").getByText("Hanya data karangan").waitFor();
    await phone.getByRole("button", { name: "Kembali ke daftar" }).click();
    await phone.getByText("1 dari 4 tercapai").waitFor();

    await page.goto(url);
    await page.getByRole("button", { name: "Pelatihan" }).click();
    const card = page.getByRole("main").getByRole("listitem").filter({ hasText: "Melati" });
    await card.getByText("1 dari 4 tercapai").click();
    await card.getByText("Supervisor diberi tahu").waitFor();
    await phone.getByRole("button", { name: "Selesai berlatih" }).click();
    await phone.getByRole("dialog").getByRole("button", { name: "Selesai berlatih" }).click();
    await phone.getByText("Dasar: UU 14/2019 Pasal 45 ayat (2)").waitFor();
    await card.getByText("Diakhiri peserta").waitFor();
    expect(await phone.evaluate("document.documentElement.scrollWidth > innerWidth")).toBe(false);
    await phone.context().close();
  });

  test("starts clean after being asked twice", async () => {
    await page.getByRole("button", { name: "Menu ruang latihan" }).click();
    await page.getByRole("menuitem", { name: "Kosongkan ruang" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Kosongkan ruang" }).click();
    await page.getByRole("dialog").getByText("Setelah ini tidak ada yang bisa dikembalikan.").waitFor();
    expect(await page.locator(".person .role").count()).toBeGreaterThan(4);
    await page.getByRole("dialog").getByRole("button", { name: "Ya, hapus semuanya" }).click();
    await page.getByText("Ruang latihan sudah kosong.").waitFor();
    expect(await page.locator(".person .role").count()).toBe(4);
    expect(playground.clock.ahead()).toBe(0);
    await person("Ratna").click();
    await sees("Apa yang ingin Anda lakukan?");
    expect(await page.locator(".row").count()).toBeLessThan(4);
  });

  test("meets no fault of the page", () => {
    expect(faults).toEqual([]);
    expect(playground.telegram.violations).toEqual([]);
  });
});
