import { InlineKeyboard, InputFile, Keyboard } from "grammy";
import { describe, expect, it } from "vitest";
import { grammyBot, playground, poll } from "./playground.js";

describe("people and a grammY bot", () => {
  it("talk: commands, buttons, edits, notices", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    bot.command("start", (ctx) =>
      ctx.reply(`<b>Selamat datang</b>, ${ctx.from?.first_name}. Kode: ${ctx.match}`, {
        parse_mode: "HTML",
        reply_markup: new InlineKeyboard().text("Saya setuju", "agree").text("Tidak jadi", "no"),
      }),
    );
    bot.callbackQuery("agree", async (ctx) => {
      await ctx.answerCallbackQuery({ text: "Terima kasih" });
      await ctx.editMessageText("Disetujui ✓");
      await ctx.reply("Apa sekarang?", {
        reply_markup: new Keyboard().text("Kasus baru").text("Tugas").oneTime(),
      });
    });
    bot.hears("Kasus baru", (ctx) =>
      ctx.reply("Siapa namanya?", { reply_markup: { remove_keyboard: true } }),
    );
    await poll(bot);

    const ratna = telegram.person({ firstName: "Ratna" });
    ratna.opens("inv_7Kq");
    const welcome = await ratna.sees("Kode: inv_7Kq");
    expect(welcome.entities).toEqual([{ type: "bold", offset: 0, length: 14 }]);
    const press = ratna.presses("Saya setuju");
    expect(await press.answer()).toMatchObject({ text: "Terima kasih", showAlert: false });
    expect((await ratna.sees("Disetujui")).message_id).toBe(welcome.message_id);
    await ratna.sees(/Apa sekarang/);
    ratna.presses(/Kasus/);
    await ratna.sees("Siapa namanya?");

    expect(ratna.transcript()).toBe(
      [
        "▸     /start inv_7Kq",
        "Bot   Selamat datang, Ratna. Kode: inv_7Kq",
        "      [Saya setuju] [Tidak jadi]",
        "▸     [Saya setuju]",
        "Bot 🔔 Terima kasih",
        "Bot ✎ Disetujui ✓",
        "Bot   Apa sekarang?",
        "▸     Kasus baru",
        "Bot   Siapa namanya?",
      ].join("\n"),
    );
    expect(ratna.screen()).toContain("Bot ✎ Disetujui ✓");
    expect(() => ratna.presses("Saya setuju")).toThrow(/sees no button Saya setuju/);
    expect(telegram.violations).toEqual([]);
    expect(telegram.unanswered()).toEqual([]);
  });

  it("look at what they waited for, as it stands now, whatever came behind it", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    bot.command("start", async (ctx) => {
      await ctx.reply("Sudah?", { reply_markup: new InlineKeyboard().text("Ya", "yes") });
      await ctx.reply("Kabar lain.");
    });
    bot.callbackQuery("yes", async (ctx) => {
      await ctx.editMessageText("Sudah ✓");
      await ctx.answerCallbackQuery();
    });
    await poll(bot);
    const budi = telegram.person({ firstName: "Budi" });
    expect(() => budi.seen()).toThrow(/Budi has waited for no message/);
    budi.opens();
    const asked = await budi.sees("Sudah?");
    await budi.sees("Kabar lain.");
    expect(budi.seen()).toBe("Kabar lain.");
    budi.looksAway();
    expect(await budi.pressesData("yes", asked.message_id).answer()).toMatchObject({ showAlert: false });
    await budi.sees("Sudah ✓");
    expect(budi.seen()).toBe("Sudah ✓");
  });

  it("send files both ways, byte for byte", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    const received: Buffer[] = [];
    bot.on("message:file", async (ctx) => {
      const file = await ctx.getFile();
      const response = await fetch(`${telegram.url}/file/bot${bot.token}/${file.file_path}`);
      received.push(Buffer.from(await response.arrayBuffer()));
      await ctx.replyWithDocument(new InputFile(Buffer.from("hasil 😀"), "kontrak.pdf"), {
        caption: "<i>Kontrak</i>",
        parse_mode: "HTML",
        reply_markup: new InlineKeyboard().text("Buka", "open"),
      });
    });
    await poll(bot);

    const budi = telegram.person({ firstName: "Budi" });
    const content = Buffer.from("surat keterangan\0biner");
    budi.sendsDocument("surat.pdf", "application/pdf", content);
    const contract = await budi.sees("kontrak.pdf");
    expect(received).toEqual([content]);
    expect(contract).toMatchObject({
      document: { file_name: "kontrak.pdf", file_size: Buffer.byteLength("hasil 😀") },
      caption: "Kontrak",
      caption_entities: [{ type: "italic", offset: 0, length: 7 }],
      reply_markup: { inline_keyboard: [[{ text: "Buka", callback_data: "open" }]] },
    });
    const { file_id: id } = contract.document ?? { file_id: "" };
    const file = await bot.api.getFile(id);
    const back = await fetch(`${telegram.url}/file/bot${bot.token}/${file.file_path}`);
    expect(await back.text()).toBe("hasil 😀");
    await bot.api.sendDocument(budi.id, id);
    expect((await budi.sees("kontrak.pdf")).document?.file_id).toBe(id);
    expect(telegram.violations).toEqual([]);
  });

  it("send photos, voices, places, stickers, contacts, albums", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    bot.on("message", (ctx) => ctx.reply(`Dapat: ${Object.keys(ctx.message).at(-1)}`));
    await poll(bot);
    const ani = telegram.person({ firstName: "Ani" });
    ani.photographs(200_000, { caption: "rumah" });
    await ani.sees("Dapat: caption");
    ani.sendsVoice();
    await ani.sees("Dapat: voice");
    ani.sendsLocation(-6.2, 106.8);
    await ani.sees("Dapat: location");
    ani.sendsSticker();
    await ani.sees("Dapat: sticker");
    ani.sendsContact("+62812");
    await ani.sees("Dapat: contact");
    ani.forwards("kata orang");
    await ani.sees("Dapat: forward_origin");
    ani.repliesViaBot("gambar");
    await ani.sees("Dapat: via_bot");

    const png = onePixelPng();
    const { photo } = await bot.api.sendPhoto(ani.id, new InputFile(png, "a.png"));
    expect(photo.at(-1)).toMatchObject({ width: 1, height: 1, file_size: png.byteLength });
    await bot.api.sendVoice(ani.id, new InputFile(Buffer.from("ogg"), "a.ogg"), { duration: 3 });
    await bot.api.sendLocation(ani.id, -6.9, 107.6);
    const album = await bot.api.sendMediaGroup(ani.id, [
      { type: "photo", media: new InputFile(png, "a.png"), caption: "satu" },
      { type: "photo", media: photo.at(-1)?.file_id ?? "" },
    ]);
    expect(album).toMatchObject([
      { media_group_id: "10000000000000001" },
      { media_group_id: "10000000000000001" },
    ]);
    expect(ani.screen()).toContain("🖼 1×1, 70 B\n      satu");
    expect(telegram.violations).toEqual([]);
  });

  it("edit what they sent, reply, block and come back", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    bot.on("edited_message:text", (ctx) => ctx.reply(`Diubah: ${ctx.editedMessage.text}`));
    bot.on("message:text", (ctx) =>
      ctx.reply(ctx.message.reply_to_message === undefined ? "Ya" : "Balasan", {
        reply_parameters: { message_id: ctx.message.message_id },
      }),
    );
    const statuses: string[] = [];
    bot.on("my_chat_member", (ctx) => void statuses.push(ctx.myChatMember.new_chat_member.status));
    await poll(bot);
    const budi = telegram.person({ firstName: "Budi" });
    const said = budi.sends("halo");
    const answer = await budi.sees("Ya");
    expect(answer.reply_to_message?.message_id).toBe(said.message_id);
    budi.edits(said, "halo!");
    await budi.sees("Diubah: halo!");
    budi.sends("itu", { replyTo: answer });
    await budi.sees("Balasan");
    budi.blocks();
    await expect(bot.api.sendMessage(budi.id, "?")).rejects.toThrow("Forbidden: bot was blocked by the user");
    budi.unblocks();
    await bot.api.sendMessage(budi.id, "Selamat kembali");
    await expect.poll(() => statuses).toEqual(["kicked", "member"]);
  });

  it("ask inline", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    bot.on("inline_query", (ctx) =>
      ctx.answerInlineQuery(
        [
          {
            type: "article",
            id: "1",
            title: ctx.inlineQuery.query,
            input_message_content: { message_text: "<b>UU 14/2019</b>", parse_mode: "HTML" },
          },
        ],
        { button: { text: "Buka", start_parameter: "x" } },
      ),
    );
    await poll(bot);
    const ani = telegram.person({ firstName: "Ani" });
    const { results, button } = await ani.asksInline("etika");
    expect(results).toMatchObject([{ title: "etika" }]);
    expect(button?.start_parameter).toBe("x");
    const [first] = results;
    if (first === undefined) throw new Error("no result");
    expect(ani.picks(first)).toMatchObject({
      text: "UU 14/2019",
      entities: [{ type: "bold" }],
      via_bot: { username: "pendamping_bot" },
    });
    expect(telegram.violations).toEqual([]);
  });

  it("meet in groups, where a bot hears only what is meant for it", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    const heard: string[] = [];
    bot.on("my_chat_member", (ctx) => ctx.reply("Saya bekerja di percakapan pribadi saja."));
    bot.on("message:text", async (ctx) => {
      heard.push(ctx.message.text);
      await ctx.reply("Ya?");
    });
    await poll(bot);
    const ani = telegram.person({ firstName: "Ani" });
    const budi = telegram.person({ firstName: "Budi" });
    const group = telegram.group("Tim Bogor", [ani, budi]);
    await ani.in(group).sees(/pribadi/);
    budi.in(group).sends("selamat pagi");
    budi.in(group).sends("/tugas@other_bot");
    budi.in(group).sends("@pendamping_bot halo");
    await ani
      .in(group)
      .sees("Ya?")
      .catch(() => {});
    budi.in(group).sends("/tugas");
    const seen = ani.in(group);
    await seen.sees("Ya?");
    expect(heard).toEqual(["@pendamping_bot halo", "/tugas"]);
    expect(seen.transcript()).toContain("▸ Budi selamat pagi");
  });

  it("see what they wait for, or the chat they saw instead", async () => {
    const telegram = await playground();
    const bot = grammyBot(telegram);
    bot.on("message", (ctx) => ctx.reply("Halo", { reply_markup: new InlineKeyboard().text("Ya", "y") }));
    bot.on("callback_query", async (ctx) => {
      await ctx.answerCallbackQuery();
      await ctx.editMessageReplyMarkup();
    });
    await poll(bot);
    const ani = telegram.person({ firstName: "Ani" });
    ani.sends("hai");
    await ani.sees("[Ya]");
    ani.presses("Ya");
    await ani.sees("");
    // The edit took the buttons away; it does not show "Halo" a second time.
    await expect(ani.sees("Halo", { within: 20 })).rejects.toThrow(
      'Ani did not see "Halo" within 20 ms. The chat:\n▸     hai\nBot   Halo\n      [Ya]\n▸     [Ya]\nBot ✎ Halo\n      (no buttons any more)',
    );
  });
});

function onePixelPng(): Buffer {
  return Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
}
