import { expect, test } from "vitest";
import { invited } from "../support/inviting.js";
import { staffedApp } from "../support/staffedApp.js";

const { app, staff } = await staffedApp();

test.each([
  ["id", "tautan undangan"],
  ["en", "invitation link"],
  ["en-GB", "invitation link"],
  ["jv", "tautan undangan"],
  ["zh-hans", "tautan undangan"],
])("someone whose Telegram speaks %s is spoken to in a language of ours", async (languageCode, words) => {
  const person = app.telegram.person({ firstName: "Orang", languageCode });
  person.sends("halo");
  await person.sees(words);
});

test("Telegram offers the commands in both languages, Indonesian to everyone else", () => {
  const offered = (languageCode: string) =>
    app.telegram.person({ firstName: "Orang", languageCode }).commands()[1]?.description;
  expect([offered("id"), offered("en"), offered("jv")]).toEqual(["Kasus saya", "My cases", "Kasus saya"]);
});

test("the language chosen stays, for texts, buttons, commands and what the bot says first", async () => {
  const { worker, admin } = staff;
  worker.sends("/bahasa");
  await worker.sees("✓ Bahasa Indonesia");
  worker.presses("English");
  await worker.sees("in English from now on");
  await worker.sees("What would you like to do?");
  await expect.poll(() => worker.commands()[1]?.description).toBe("My cases");
  worker.sends("/etika");
  await worker.sees("Pick one, or write your question");
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses("👤 Anggota");
  await admin.sees("Bu Ratna");
  admin.presses(/Bu Ratna/);
  await admin.sees("🎭 Peran");
  admin.presses("🎭 Peran");
  await admin.sees("▫️ supervisor");
  admin.presses("▫️ supervisor");
  await worker.sees("Your roles in the organisation are now: social worker, supervisor");
  worker.sends("/bahasa");
  await worker.sees("✓ English");
  worker.presses("Bahasa Indonesia");
  await worker.sees("Apa yang ingin Anda lakukan");
  await expect.poll(() => worker.commands()[1]?.description).toBe("Kasus saya");
});

test("who chose none is written to first in the language of their Telegram", async () => {
  const { admin } = staff;
  const joe = app.telegram.person({ firstName: "Joe", languageCode: "en" });
  joe.opens(await invited(admin, "Mr Joe", ["pekerja sosial"], "Pak Dedi"));
  await joe.sees("[I agree]");
  joe.presses("I agree");
  await joe.sees("What would you like to do?");
  admin.looksAway();
  admin.sends("/mulai");
  await admin.sees("👤 Anggota");
  admin.presses("👤 Anggota");
  await admin.sees("Mr Joe");
  admin.presses(/Mr Joe/);
  await admin.sees("🎭 Peran");
  admin.presses("🎭 Peran");
  await admin.sees("▫️ supervisor");
  admin.presses("▫️ supervisor");
  await joe.sees("Your roles in the organisation are now: social worker, supervisor");
});

test("a stranger may choose a language before being anyone", async () => {
  const person = app.telegram.person({ firstName: "Orang" });
  person.sends("/bahasa");
  await person.sees("Bahasa apa");
  person.presses("English");
  await person.sees("invitation link");
  person.sends("/kasus");
  await person.sees("invitation link");
});
