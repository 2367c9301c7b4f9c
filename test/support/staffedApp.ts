import { afterAll, expect, vi } from "vitest";
import type { Config } from "../../src/config.js";
import { openTestApp, type TestApp } from "./app.js";
import { enrolledStaff, type Staff } from "./staff.js";

/** What a test file begins with: an app, the people of an organisation in it, and the ids of their memberships. */
export type StaffedApp = {
  readonly app: TestApp;
  readonly staff: Staff;
  /** Bu Ratna, the worker. */
  readonly ratna: string;
  /** Pak Dedi, her supervisor. */
  readonly dedi: string;
};

/** What a test lets go wrong on purpose. Nothing else may. */
export type Planted = {
  /** Errors in the log are told by what their line says. */
  readonly errors?: readonly RegExp[];
};

/**
 * Opens an app with its staff for one test file, or one `describe`, and ends it behind the last test. It knows the
 * outside services it is given.
 */
export async function staffedApp(
  planted: Planted = {},
  services: Config["services"] = {},
): Promise<StaffedApp> {
  const app = await openTestApp(services);
  afterAll(() => endsWell(app, planted));
  const staff = await enrolledStaff(app);
  const [ratna, dedi] = [await app.memberOf(staff.worker), await app.memberOf(staff.supervisor)];
  return { app, staff, ratna, dedi };
}

/**
 * Ends an app. No call broke a rule of Telegram's, no press was left without an answer, no update was given up and no
 * error was logged: otherwise it fails, and ends the app all the same.
 */
export async function endsWell(app: TestApp, { errors = [] }: Planted = {}): Promise<void> {
  try {
    // The last press of a test may still be on its way.
    await vi.waitFor(() => expect(app.telegram.unanswered()).toEqual([]), patiently);
    expect(app.telegram.violations).toEqual([]);
    expect(await app.rows(`SELECT 1 FROM "Update" WHERE "status" = 'dead'`)).toEqual([]);
    expect(app.errors.filter((line) => !errors.some((planned) => planned.test(line)))).toEqual([]);
  } finally {
    await app.close();
  }
}

/** How long a press may go without an answer, in milliseconds. */
const patiently = { timeout: 30_000, interval: 20 };
