/**
 * Takes the pictures of the guides: `npm run pictures`. The page of the playground stands in a headless Chromium, as on a
 * phone; the people of the sample organisation go from screen to screen, once in each language, and each screen is
 * photographed into docs/pictures. Needs a font with emoji (fonts-noto-color-emoji).
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import type { Person } from "../src/playground/people.js";
import { createTexts, type Locale, locales, type MessageKey, type TextArgs } from "../src/texts.js";
import { browserPath, openBrowser } from "../test/support/browser.js";
import { openTestPlayground } from "../test/support/playground.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const texts = createTexts(join(root, "locales"));

/** A common phone. */
const size = { width: 390, height: 800 };

/** A screen on a desk: the people on the left, a chat on the right. */
const desktop = { width: 1_280, height: 800 };

/** What people of the sample organisation type, in each language. */
const typed = {
  id: { question: "Keluarga klien memberi saya amplop, boleh diterima?", caption: "Kontrol ke puskesmas" },
  en: {
    question: "The client's family gave me an envelope, may I take it?",
    caption: "Check-up at the clinic",
  },
} as const;

/** The texts of a language as they stand on the screen, without markup. */
type Say = <K extends MessageKey>(key: K, ...args: TextArgs<K>) => string;

/** A screen: its file, whose it is, how they get to it, and words that stand on it. */
type Screen = {
  readonly name: string;
  readonly of: "Ratna" | "Dedi" | "Sri";
  readonly way: (person: Person, say: Say, locale: Locale) => unknown;
  readonly shows: (say: Say) => string;
  /** Its message begins at the top of the picture, since what it says matters more than its last buttons. */
  readonly fromTop?: true;
};

const screens: readonly Screen[] = [
  {
    name: "question",
    of: "Ratna",
    way: async (worker, say) => {
      worker.sends("/mulai");
      await worker.sees(say("button-new-case"));
      worker.presses(say("button-new-case"));
      await worker.sees(say("choice-source-outreach"));
      worker.presses(say("choice-source-outreach"));
    },
    shows: (say) => say("approach-contactDate"),
  },
  {
    name: "guidance",
    of: "Ratna",
    way: async (worker, say, locale) => {
      worker.presses(say("button-leave"));
      await worker.sees(say("button-resume"));
      worker.sends(typed[locale].question);
    },
    shows: (say) => say("button-part-steps"),
  },
  {
    name: "cases",
    of: "Ratna",
    way: (worker) => worker.sends("/kasus"),
    shows: (say) => say("button-find"),
    fromTop: true,
  },
  {
    name: "card",
    of: "Ratna",
    way: (worker, say) => worker.presses(new RegExp(say("stage-intervention"))),
    shows: (say) => say("button-history"),
    fromTop: true,
  },
  {
    name: "papers",
    of: "Ratna",
    way: (worker, say) => worker.presses(say("button-case-papers")),
    shows: (say) => say("button-case-file"),
    fromTop: true,
  },
  {
    name: "history",
    of: "Ratna",
    way: async (worker, say) => {
      worker.presses(say("button-back"));
      await worker.sees(say("button-history"));
      worker.presses(say("button-history"));
    },
    shows: (say) => say("history-title", { code: "" }),
    fromTop: true,
  },
  {
    name: "answers",
    of: "Ratna",
    way: (worker) => worker.presses(/^📄 /),
    shows: (say) => say("summary-approved"),
    fromTop: true,
  },
  {
    name: "tasks",
    of: "Ratna",
    way: (worker) => worker.sends("/tugas"),
    shows: (say) => say("tasks-title"),
    fromTop: true,
  },
  {
    name: "emergency",
    of: "Ratna",
    way: async (worker, say) => {
      worker.sends("/darurat");
      await worker.sees(say("button-self-in-danger"));
      worker.presses(say("danger-kind-violence-ongoing"));
    },
    shows: (say) => say("button-note-without"),
    fromTop: true,
  },
  {
    name: "filing",
    of: "Ratna",
    way: (worker, _say, locale) =>
      worker.sendsDocument("surat-kontrol.pdf", "application/pdf", 48_000, {
        caption: typed[locale].caption,
      }),
    shows: (say) => say("filing-which", { what: "" }),
  },
  {
    name: "desk",
    of: "Dedi",
    way: (supervisor) => supervisor.sends("/supervisi"),
    shows: (say) => say("button-desk-worker"),
    fromTop: true,
  },
  {
    name: "approval",
    of: "Dedi",
    way: async (supervisor, say) => {
      supervisor.sends("/mulai");
      await supervisor.sees(say("button-team"));
      supervisor.presses(new RegExp(`^${say("button-approvals", { count: 0 }).split(" (")[0]}`));
      await supervisor.sees(say("button-menu"));
      supervisor.presses(/^1/);
    },
    shows: (say) => say("button-approve"),
    fromTop: true,
  },
  {
    name: "menu",
    of: "Sri",
    way: (admin) => admin.sends("/mulai"),
    shows: (say) => say("button-invite"),
    fromTop: true,
  },
  {
    name: "members",
    of: "Sri",
    way: (admin, say) => admin.presses(say("button-members")),
    shows: (say) => say("members-title", { total: 0 }).split(" (")[0] ?? "",
    fromTop: true,
  },
];

if (browserPath === undefined) throw new Error("The pictures need a Chromium");
const playground = await openTestPlayground({ withPage: true });
const browser = await openBrowser();
const people = playground.telegram.people();
try {
  for (const locale of locales) {
    const folder = join(root, "docs", "pictures", locale);
    await mkdir(folder, { recursive: true });
    const say: Say = (key, ...args) =>
      texts
        .plain(locale, key, ...args)
        .replace(/<[^>]+>/g, "")
        .trim();
    const window = { viewport: size, hasTouch: true, isMobile: true, locale };
    const page = await (await browser.newContext(window)).newPage();
    await page.goto(playground.url);
    if (locale === "id") {
      await page.evaluate("fetch('/playground/fill', { method: 'POST' }).then((answer) => answer.json())");
    }
    let shown: string | undefined;
    for (const { name, of, way, shows, fromTop } of screens) {
      const person = people.find(({ user }) => user.first_name === of);
      if (person === undefined) throw new Error(`${of} is missing`);
      if (shown !== of) {
        person.looksAway();
        await speak(person, locale);
        await page.goto(playground.url);
        await page.getByRole("button", { name: of }).first().click();
        shown = of;
      }
      person.looksAway();
      await way(person, say, locale);
      await person.sees(shows(say));
      const row = page
        .locator(".row")
        .filter({ hasText: shows(say) })
        .last();
      await row.waitFor();
      await bring(row, fromTop === true ? "start" : "end");
      // The day that the page shows while it is scrolled.
      await page.locator(".day-now").waitFor({ state: "detached" });
      await page.screenshot({ path: join(folder, `${name}.jpg`), type: "jpeg", quality: 80 });
      console.log(`docs/pictures/${locale}/${name}.jpg`);
    }
    const room = await (await browser.newContext({ viewport: desktop, locale })).newPage();
    await room.goto(playground.url);
    await room.getByRole("button", { name: "Ratna" }).first().click();
    await room.locator(".row").last().waitFor();
    await room.screenshot({ path: join(folder, "room.jpg"), type: "jpeg", quality: 80 });
  }
} finally {
  await browser.close();
  await playground.close();
}

/** What the browser knows of an element; the types of browsers are not among those of scripts. */
type Scrolled = {
  scrollIntoView(how: { readonly block: "start" | "end"; readonly behavior: "instant" }): void;
};

/** Scrolls to a message until it stays there: the page moves while it is drawn, and with every reminder that comes. */
async function bring(row: Locator, block: "start" | "end"): Promise<void> {
  let before: string | undefined;
  for (;;) {
    await row.evaluate(
      (element: Scrolled, to) => element.scrollIntoView({ block: to, behavior: "instant" }),
      block,
    );
    await row.page().waitForTimeout(300);
    const now = JSON.stringify(await row.boundingBox());
    if (now === before) return;
    before = now;
  }
}

/** Lets a person choose their language. */
async function speak(person: Person, locale: Locale): Promise<void> {
  person.sends("/bahasa");
  await person.sees("English");
  person.presses(locale === "id" ? /Bahasa Indonesia/ : /English/);
  await person.sees(texts.plain(locale, "language-chosen"));
}
