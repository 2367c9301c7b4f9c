import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium } from "playwright-core";

/** Where Debian, Ubuntu and others put a Chromium; CHROMIUM names another. */
const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const found = [process.env.CHROMIUM, ...places].find((place) => place !== undefined && existsSync(place));

/**
 * The browser to test with. Where there is none the tests that need one are skipped, and say so; with CI=true they
 * run all the same, and fail.
 */
export const browserPath: string | undefined =
  found ?? (process.env.CI === "true" ? "/usr/bin/chromium" : undefined);
if (browserPath === undefined) {
  console.warn(
    "No Chromium found: the tests of the page are skipped (apt-get install chromium, or set CHROMIUM)",
  );
}

/** Starts it: headless, with a new profile, saying nothing to the network; with further switches where they are given. */
export function openBrowser(switches: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath ?? "",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      ...switches,
    ],
  });
}

/** A window of an Indonesian visitor: a desktop, or a telephone. */
export function openWindow(browser: Browser, kind: "desktop" | "phone"): Promise<BrowserContext> {
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const desktop = { viewport: { width: 1280, height: 800 } };
  return browser.newContext({ locale: "id-ID", ...(kind === "phone" ? phone : desktop) });
}
