/** Entries: what is asked outside of forms, with arguments that an older version of the bot may have stored. */
import { describe, expect, test } from "vitest";
import { type EntryKind, entries } from "../../src/chat/telegram/entries.js";
import { entryDialogue, handleEntry } from "../../src/chat/telegram/entry.js";
import { staffedApp } from "../support/staffedApp.js";

const names = Object.keys(entries) as (keyof typeof entries)[];
const caseId = "abcdefghijklmnop";

describe("the table", () => {
  test("calls each entry by a key of its own", () => {
    expect(names.length).toBeGreaterThan(40);
    expect(new Set(names.map((name) => entries[name].key)).size).toBe(names.length);
  });

  test("reads arguments back as they were given", () => {
    const at = new Date("2026-11-24T03:15:00.123Z");
    const given = { deadlineId: caseId, at, receiver: "police", unit: null } as const;
    expect(entries.handoverProof.read(entries.handoverProof(given).args)).toEqual(given);
    const asked = { question: 'Bolehkah: "ya" atau tidak?\n', caseId: null };
    expect(entries.consult.read(entries.consult(asked).args)).toEqual(asked);
  });

  test.each([
    ["too few", entries.closeReason, [caseId]],
    ["too many", entries.reopenReason, [caseId, "moved"]],
    ["a word that is none of ours", entries.closeReason, [caseId, "constructor"]],
    ["no id", entries.reopenReason, [""]],
    ["the moment as it was once written", entries.refusalReason, [caseId, "1763954100123"]],
    ["a day that is none", entries.snoozeReason, [caseId, "2026-13-45"]],
  ] as const)("does not read %s", (_, { read }: Pick<EntryKind<unknown>, "read">, args) => {
    expect(read(args)).toBeUndefined();
  });

  test("refuses arguments that could not be read back", () => {
    expect(() => entries.reopenReason({ caseId: "K-2026-0001" })).toThrow("cannot be read back");
  });

  test("wants a handler for each entry, and one only", () => {
    const handler = { ask: async () => ({ text: "" }), take: async () => ({ kind: "done" }) as const };
    const all = names.map((name) => handleEntry({ ...entries[name], read: () => ({}) }, handler));
    expect(() => entryDialogue(all)).not.toThrow();
    expect(() => entryDialogue(all.slice(1))).toThrow("one handler");
    expect(() => entryDialogue([...all, ...all.slice(0, 1)])).toThrow("one handler");
  });
});

describe("asked by an older version of the bot", async () => {
  const { app, staff } = await staffedApp();

  /** The admin is asked for the days of a step, and the entry is then one that this version does not know. */
  async function askedLongAgo(key: string, args: readonly string[]): Promise<void> {
    const { admin } = staff;
    admin.looksAway();
    admin.sends("/mulai");
    await admin.sees("🏢 Lembaga");
    admin.presses("🏢 Lembaga");
    await admin.sees("📍 Alamat");
    admin.presses("📍 Alamat");
    await admin.sees("Apa alamat lembaganya?");
    const [row] = await app.rows<{ state: string }>(`SELECT "state" FROM "Dialogue" WHERE "chatId" = $1`, [
      admin.id,
    ]);
    const place = { table: "Dialogue", column: "state", row: String(admin.id) };
    const state = await app.records.as(await app.memberOf(admin), async ({ sealer }) => {
      const now = sealer.open(row?.state ?? "", place);
      // The arguments of a dialogue are JSON inside of JSON.
      const inside = (json: string) => JSON.stringify(json).slice(1, -1);
      const then = now.replace(
        inside('"org-address",[]'),
        inside(`${JSON.stringify(key)},${JSON.stringify(args)}`),
      );
      expect(then).not.toBe(now);
      return sealer.seal(then, place);
    });
    await app.rows(`UPDATE "Dialogue" SET "state" = $2 WHERE "chatId" = $1`, [admin.id, state]);
  }

  test.each([
    ["an entry that is gone", "org-motto", []],
    ["other arguments", "snooze-reason", ["abcdefghijklmnop", "besok"]],
  ] as const)("%s: its answer is refused politely, once, and nothing is kept", async (_, key, args) => {
    const { admin } = staff;
    await askedLongAgo(key, args);
    admin.sends("Jl. Melati 3");
    await admin.sees("Bot baru saja diperbarui");
    admin.presses("🏠 Menu");
    await admin.sees("🏢 Lembaga");
    expect(await app.rows(`SELECT 1 FROM "Update" WHERE "status" = 'dead'`)).toEqual([]);
    admin.presses("🏢 Lembaga");
    await admin.sees("Alamat: belum diisi");
  });

  test("a command passes, and what is typed after it is no answer", async () => {
    const { admin } = staff;
    await askedLongAgo("org-motto", []);
    admin.sends("/bantuan");
    await admin.sees("❓ Bantuan");
    admin.sends("terima kasih");
    await admin.sees("Sama-sama");
  });
});
