import { afterAll, describe, expect, test } from "vitest";
import type { Person } from "../../src/playground/people.js";
import { consentVersion } from "../../src/records/people/consent.js";
import { openTestApp } from "../support/app.js";
import { invited } from "../support/inviting.js";
import { joins, setupCode } from "../support/staff.js";
import { endsWell } from "../support/staffedApp.js";

const app = await openTestApp();
afterAll(() => endsWell(app));

let admin: Person;

describe("before there is an organisation", () => {
  test("whoever is not invited is welcomed, told how to come in, and not let in", async () => {
    const stranger = app.telegram.person({ firstName: "Orang" });
    stranger.sends("halo");
    await stranger.sees("tautan undangan dari admin");
    for (const said of ["/kasus", "/start salah", "/tugas", "/start inv_tidakada"]) {
      stranger.sends(said);
      await stranger.sees(/tautan undangan dari admin|tidak dikenal/);
    }
  });

  test("the wrong set-up code sets nothing up", async () => {
    const stranger = app.telegram.person({ firstName: "Orang" });
    stranger.opens(`${setupCode}x`);
    await stranger.sees("tautan undangan");
    expect(await app.rows(`SELECT 1 FROM "Organization"`)).toEqual([]);
  });

  test("five wrong codes within an hour: none is taken any more, not even the right one, until the hour is over", async () => {
    const guesser = app.telegram.person({ firstName: "Penebak" });
    for (const guess of ["pendamping", "inv_pendamping", "rahasia-2026", "inv_x", "mulai-2026"]) {
      guesser.opens(guess);
      await guesser.sees(/tautan undangan|tidak dikenal/);
    }
    guesser.opens(setupCode);
    await guesser.sees("Sudah 5 kode yang salah");
    expect((await app.metrics()).match(/^pendamping_wrong_codes_last_hour (\d+)$/m)?.[1]).toBe("8");
    const guesses = await app.rows<{ subjectId: string; detail: object }>(
      `SELECT "subjectId", "detail" FROM "AuditEvent" WHERE "action" = 'code.refused'`,
    );
    expect(guesses.filter(({ subjectId }) => subjectId === String(guesser.id))).toHaveLength(5);
    for (const { detail } of guesses) expect(detail).toEqual({});
    // It is that person who waits; a start without a code stays answered.
    guesser.sends("/start");
    await guesser.sees("tautan undangan");
    await app.forward(3_600_000);
    guesser.opens(setupCode);
    await guesser.sees("Apa nama lembaga Anda?");
    guesser.sends("/start");
  });

  test("the set-up asks again what cannot be taken, and takes hostile names as they are", async () => {
    admin = app.telegram.person({ firstName: "Sari" });
    admin.opens(setupCode);
    await admin.sees("Apa nama lembaga Anda?");
    admin.sendsSticker();
    await admin.sees("Itu belum bisa menjadi jawaban");
    admin.sends("\u200b \u0000");
    await admin.sees("Belum ada tulisan");
    admin.sends("😀".repeat(4_000));
    await admin.sees("4000 karakter");
    admin.sends('LKS <b>Kasih</b> & "Co" \u0000\ud83d');
    await admin.sees("zona waktu");
    admin.sends("Jakarta saja");
    await admin.sees("Tekan salah satu tombol");
    admin.looksAway();
    // What the button says to the bot, typed: words are no press.
    admin.sends("Asia/Jakarta");
    await admin.sees("Tekan salah satu tombol");
    admin.presses("WITA (Makassar)");
    await admin.sees("WITA (Makassar) ✓");
    await admin.sees("bagaimana Anda ingin disebut");
    admin.sends("<i>Bu</i> Sari & kawan");
    const notice = await admin.sees("adminnya");
    expect(notice.text).toContain('LKS <b>Kasih</b> & "Co" sudah siap');
    const kept = await app.rows<{ name: string; timeZone: string }>(
      `SELECT "name", "timeZone" FROM "Organization"`,
    );
    expect(kept).toEqual([{ name: 'LKS <b>Kasih</b> & "Co"', timeZone: "Asia/Makassar" }]);
  });

  test("nothing goes on before the notice is agreed to; reading it in full and declining are as easy", async () => {
    admin.sends("/mulai");
    await admin.sees("mohon dibaca");
    admin.presses("Baca selengkapnya");
    const whole = await admin.sees("Selengkapnya tentang data Anda");
    for (const said of [
      "pengendali data",
      "Pasal 20",
      "tidak tersandi ujung ke ujung",
      "Berapa lama",
      "Hak Anda",
    ])
      expect(whole.text).toContain(said);
    admin.presses("Tidak jadi");
    await admin.sees("tidak apa-apa");
    admin.presses("Baca lagi");
    await admin.sees("mohon dibaca");
    admin.presses("Saya setuju");
    await admin.sees("undang supervisor dulu");
    const [agreed] = await app.rows<{ version: number }>(
      `SELECT "consentVersion" AS version FROM "Member" WHERE "consentedAt" IS NOT NULL`,
    );
    expect(agreed).toEqual({ version: consentVersion });
  });

  test("the set-up code works once", async () => {
    const late = app.telegram.person({ firstName: "Terlambat" });
    late.opens(setupCode);
    await late.sees("tautan undangan");
  });
});

describe("coming in by a link", () => {
  test("who was invited is welcomed by name, the inviter is told, and the link is used up", async () => {
    const link = await invited(admin, "Pak <Dedi>", ["supervisor"]);
    const dedi = app.telegram.person({ firstName: "Dedi" });
    dedi.opens(link);
    const welcome = await dedi.sees("Selamat datang, Pak <Dedi>");
    expect(welcome.text).toContain("sebagai supervisor");
    await admin.sees("Pak <Dedi> sudah bergabung");
    const thief = app.telegram.person({ firstName: "Lain" });
    thief.opens(link);
    await thief.sees("sudah dipakai");
    dedi.opens(link);
    await dedi.sees("sudah menjadi anggota");
  });

  test("a link ends after seven days, and an unknown one is explained", async () => {
    const link = await invited(admin, "Bu Telat", ["supervisor"]);
    await app.forward(8 * 86_400_000);
    const late = app.telegram.person({ firstName: "Telat" });
    late.opens(link);
    await late.sees("lewat masanya");
    late.opens("inv_a\u0000<b>");
    await late.sees("tidak dikenal");
  });

  test("a revoked link lets nobody in", async () => {
    const link = await invited(admin, "Bu Batal", ["supervisor"]);
    admin.presses(/Menu/);
    await admin.sees("✉️ Undang");
    admin.presses("✉️ Undang");
    await admin.sees("Undangan belum dipakai");
    admin.presses("✉️ Undangan belum dipakai");
    await admin.sees("Bu Batal");
    admin.presses("✖️ Batalkan: Bu Batal");
    await admin.sees("Undangan dibatalkan");
    const person = app.telegram.person({ firstName: "Batal" });
    person.opens(link);
    await person.sees("tidak dikenal, atau sudah dibatalkan");
  });

  test("a suspended member comes back by an admin's hand, not by another link", async () => {
    const rini = await joins(app, admin, "Bu Rini", ["supervisor"]);
    const other = await invited(admin, "Bu Rini", ["admin lembaga"]);
    await app.rows(`UPDATE "Member" SET "suspendedAt" = now() WHERE "accountId" = $1`, [rini.id]);
    rini.opens(other);
    await rini.sees("sedang ditangguhkan, jadi undangan ini belum bisa dipakai");
    rini.sends("halo");
    await rini.sees(/Akses Anda di .* sedang ditangguhkan/);
  });

  test("two people who open one link at once: one of them is in", async () => {
    const link = await invited(admin, "Kembar", ["supervisor"]);
    const [one, two] = ["A", "B"].map((firstName) => app.telegram.person({ firstName })) as [Person, Person];
    one.opens(link);
    two.opens(link);
    const seen = await Promise.all(
      [one, two].map((person) => person.sees(/Selamat datang, Kembar|sudah dipakai/)),
    );
    expect(seen.filter((message) => message.text?.includes("Kembar"))).toHaveLength(1);
  });

  test("the code of a link is kept nowhere", async () => {
    const dump = await app.rows<{ codeHash: string }>(`SELECT "codeHash" FROM "Invitation"`);
    expect(dump.every(({ codeHash }) => /^[0-9a-f]{64}$/.test(codeHash))).toBe(true);
  });
});
