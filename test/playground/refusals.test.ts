import { describe, expect, it } from "vitest";
import type { Person } from "../../src/playground/people.js";
import type { TelegramEmulator } from "../../src/playground/telegram.js";
import { call, playground, refusal, token } from "./playground.js";

/** A chat in which the bot and Ratna have written: hers is message 1, the bot's 2 (with a button) to 4. */
async function chat(): Promise<{ telegram: TelegramEmulator; ratna: Person }> {
  const telegram = await playground();
  const ratna = telegram.person({ firstName: "Ratna" });
  ratna.sends("halo");
  const buttons = { inline_keyboard: [[{ text: "Ya", callback_data: "y" }]] };
  await call(telegram, "sendMessage", { chat_id: ratna.id, text: "Halo", reply_markup: buttons });
  await call(telegram, "sendLocation", { chat_id: ratna.id, latitude: 1, longitude: 2 });
  await call(telegram, "sendDocument", {
    chat_id: ratna.id,
    document: ratna.sendsDocument("a.pdf", "application/pdf", 9).document?.file_id,
    caption: "surat",
  });
  return { telegram, ratna };
}

const inline = (button: object) => ({ inline_keyboard: [[{ text: "Ya", ...button }]] });
const notModified =
  "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message";

/** Calls about Ratna's chat (unless they name another) and the reason Telegram gives for refusing them. */
const badRequests: readonly [method: string, payload: object, reason: string][] = [
  ["sendMessage", { chat_id: undefined, text: "a" }, "chat_id is empty"],
  ["sendMessage", { chat_id: 5, text: "a" }, "chat not found"],
  ["sendMessage", { chat_id: "@nobody", text: "a" }, "chat not found"],
  ["sendMessage", {}, "message text is empty"],
  ["sendMessage", { text: "" }, "message text is empty"],
  ["sendMessage", { text: " \n " }, "text must be non-empty"],
  ["sendMessage", { text: "x".repeat(4097) }, "message is too long"],
  ["sendMessage", { text: "a", parse_mode: "BBCode" }, "unsupported parse_mode"],
  [
    "sendMessage",
    { text: "<p>", parse_mode: "HTML" },
    'can\'t parse entities: Unsupported start tag "p" at byte offset 0',
  ],
  ["sendMessage", { text: "\ud800" }, "strings must be encoded in UTF-8"],
  ["sendMessage", { text: "a", reply_parameters: { message_id: 99 } }, "message to be replied not found"],
  ["sendMessage", { text: "a", reply_markup: "{" }, "can't parse reply keyboard markup JSON object"],
  ["sendMessage", { text: "a", reply_markup: [] }, "object expected as reply markup"],
  [
    "sendMessage",
    { text: "a", reply_markup: inline({ callback_data: "é".repeat(33) }) },
    "BUTTON_DATA_INVALID",
  ],
  [
    "sendMessage",
    { text: "a", reply_markup: inline({ callback: "y" }) },
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
  ],
  [
    "sendMessage",
    { text: "a", reply_markup: inline({ url: "localhost" }) },
    "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL",
  ],
  [
    "sendMessage",
    { text: "a", reply_markup: inline({ text: "", callback_data: "y" }) },
    "inline keyboard button text must be non-empty",
  ],
  [
    "sendMessage",
    { text: "a", reply_markup: { keyboard: [[""]] } },
    "keyboard button text must be non-empty",
  ],
  [
    "sendMessage",
    { text: "a", reply_markup: { inline_keyboard: Array(101).fill([{ text: "a", callback_data: "a" }]) } },
    "reply markup is too long",
  ],
  [
    "sendMessage",
    { text: "a", reply_markup: inline({ copy_text: { text: "" } }) },
    "BUTTON_COPY_TEXT_INVALID",
  ],
  [
    "sendMessage",
    { text: "a", reply_markup: inline({ copy_text: { text: "é".repeat(257) } }) },
    "BUTTON_COPY_TEXT_INVALID",
  ],
  ["sendChatAction", { action: "dancing" }, "wrong parameter action in request"],
  ["sendLocation", { latitude: 1 }, "longitude is empty"],
  ["sendPhoto", {}, "there is no photo in the request"],
  ["sendPhoto", { photo: "nonsense" }, "wrong file identifier/HTTP URL specified"],
  ["sendDocument", { document: "https://a.id/x.pdf" }, "failed to get HTTP URL content"],
  ["sendDocument", { document: "x", caption: "y".repeat(1025) }, "message caption is too long"],
  ["sendMediaGroup", { media: [] }, "too few messages to send as an album"],
  ["sendMediaGroup", { media: Array(11).fill({}) }, "too many messages to send as an album"],
  [
    "sendMediaGroup",
    { media: [{ type: "document" }, { type: "photo" }] },
    "document can't be mixed with other media types",
  ],
  ["deleteMessages", { message_ids: Array(101).fill(1) }, "too many message identifiers specified"],
  [
    "editMessageText",
    { message_id: 2, text: "Halo", reply_markup: inline({ callback_data: "y" }) },
    notModified,
  ],
  ["editMessageText", { message_id: 99, text: "a" }, "message to edit not found"],
  ["editMessageText", { message_id: 2, text: "" }, "message text is empty"],
  ["editMessageText", { message_id: 2, text: "x".repeat(4097) }, "MESSAGE_TOO_LONG"],
  ["editMessageText", { message_id: 1, text: "a" }, "message can't be edited"],
  ["editMessageText", { message_id: 3, text: "a" }, "there is no text in the message to edit"],
  ["editMessageText", { chat_id: undefined, text: "a" }, "message identifier is not specified"],
  ["editMessageCaption", { message_id: 2, caption: "a" }, "there is no caption in the message to edit"],
  ["editMessageCaption", { message_id: 5, caption: "surat" }, notModified],
  ["editMessageCaption", { message_id: 5, caption: "y".repeat(1025) }, "MEDIA_CAPTION_TOO_LONG"],
  ["editMessageReplyMarkup", { message_id: 3 }, notModified],
  [
    "editMessageReplyMarkup",
    { message_id: 2, reply_markup: { keyboard: [["a"]] } },
    "inline keyboard expected",
  ],
  ["deleteMessage", { message_id: 99 }, "message to delete not found"],
  ["deleteMessages", { message_ids: [] }, "message identifiers are not specified"],
  ["copyMessage", { from_chat_id: 5, message_id: 1 }, "chat not found"],
  ["copyMessage", { message_id: 99 }, "message to copy not found"],
  ["forwardMessage", { message_id: 99 }, "message to forward not found"],
  ["pinChatMessage", { message_id: 99 }, "message to pin not found"],
  ["setMessageReaction", { message_id: 99 }, "message to react not found"],
  [
    "answerCallbackQuery",
    { callback_query_id: "1" },
    "query is too old and response timeout expired or query ID is invalid",
  ],
  ["answerCallbackQuery", { callback_query_id: "1", text: "x".repeat(201) }, "MESSAGE_TOO_LONG"],
  [
    "answerInlineQuery",
    { inline_query_id: "1", results: [] },
    "query is too old and response timeout expired or query ID is invalid",
  ],
  ["getFile", {}, "file_id not specified"],
  ["getFile", { file_id: "nonsense" }, "invalid file_id"],
  ["getChat", { chat_id: 5 }, "chat not found"],
  ["setMyCommands", { commands: [{ command: "Mulai", description: "a" }] }, "BOT_COMMAND_INVALID"],
  ["setMyCommands", { commands: [{ command: "mulai", description: "" }] }, "BOT_COMMAND_DESCRIPTION_INVALID"],
  ["setMyCommands", { commands: [], language_code: "indonesia" }, "invalid language code specified"],
  [
    "setMyCommands",
    { commands: [], scope: { type: "moon" } },
    "can't parse BotCommandScope: Unsupported type specified",
  ],
  ["setWebhook", { url: "http://" }, "invalid webhook URL specified"],
  ["setWebhook", { url: "https://a.id", secret_token: "a b" }, "secret token contains unallowed characters"],
];

describe("a refusal", () => {
  it("is worded as Telegram words it", async () => {
    const { telegram, ratna } = await chat();
    const expected: unknown[] = [];
    const answered: unknown[] = [];
    for (const [method, payload, reason] of badRequests) {
      const answer = await call(telegram, method, { chat_id: ratna.id, from_chat_id: ratna.id, ...payload });
      answered.push([method, refusal(answer)]);
      expected.push([method, `400 Bad Request: ${reason}`]);
    }
    expect(answered).toEqual(expected);
  });

  it("of a person who blocked the bot, or never started it, is a 403", async () => {
    const { telegram, ratna } = await chat();
    const stranger = telegram.person({ firstName: "Asing" });
    const first = await call(telegram, "sendMessage", { chat_id: stranger.id, text: "a" });
    expect(refusal(first)).toBe("403 Forbidden: bot can't initiate conversation with a user");
    ratna.blocks();
    for (const method of ["sendMessage", "sendChatAction"]) {
      const answer = await call(telegram, method, { chat_id: ratna.id, text: "a", action: "typing" });
      expect(refusal(answer)).toBe("403 Forbidden: bot was blocked by the user");
    }
  });

  it("of a token or a method that nobody knows says which", async () => {
    const telegram = await playground();
    const ask = async (path: string) => refusal(await (await fetch(`${telegram.url}${path}`)).json());
    expect(await ask("/bot1:unknown/getMe")).toBe("401 Unauthorized");
    expect(await ask("/botnonsense/getMe")).toBe("404 Not Found");
    expect(await ask(`/bot${token}/makeCoffee`)).toBe("404 Not Found: method not found");
    expect(await ask("/elsewhere")).toBe("404 Not Found");
  });

  it("meets what is too old: a press after its time, a message after 48 hours", async () => {
    let now = new Date("2026-11-24T07:30:00+07:00");
    const telegram = await playground({ clock: () => now });
    const ratna = telegram.person({ firstName: "Ratna" });
    ratna.opens();
    const sent = await call(telegram, "sendMessage", {
      chat_id: ratna.id,
      text: "Halo",
      reply_markup: inline({ callback_data: "y" }),
    });
    expect(sent.result).toMatchObject({ message_id: 2, date: 1795480200 });
    const press = ratna.presses("Ya");
    const [query] = telegram.unanswered();
    now = new Date(now.getTime() + 151_000);
    const answer = await call(telegram, "answerCallbackQuery", { callback_query_id: query?.id });
    expect(refusal(answer)).toMatch(/query is too old/);
    expect(press.isAnswered).toBe(false);
    now = new Date(now.getTime() + 48 * 3_600_000);
    const deletion = await call(telegram, "deleteMessage", { chat_id: ratna.id, message_id: 2 });
    expect(refusal(deletion)).toBe("400 Bad Request: message can't be deleted for everyone");
  });

  it("meets a second answer to the same press", async () => {
    const { telegram, ratna } = await chat();
    ratna.presses("Ya");
    const [press] = telegram.unanswered();
    expect((await call(telegram, "answerCallbackQuery", { callback_query_id: press?.id })).ok).toBe(true);
    const again = await call(telegram, "answerCallbackQuery", { callback_query_id: press?.id });
    expect(refusal(again)).toMatch(/query is too old/);
  });

  it("meets files that are too large: to download, to send as a photo, and to send at all", async () => {
    const { telegram, ratna } = await chat();
    const large = ratna.sendsDocument("film.mp4", "video/mp4", 20 * 1024 * 1024 + 1).document;
    const answer = await call(telegram, "getFile", { file_id: large?.file_id });
    expect(refusal(answer)).toBe("400 Bad Request: file is too big");
    const asPhoto = await call(telegram, "sendPhoto", { chat_id: ratna.id, photo: large?.file_id });
    expect(refusal(asPhoto)).toBe("400 Bad Request: can't use file of type Document as Photo");
    const form = new FormData();
    form.set("chat_id", String(ratna.id));
    form.set("photo", new Blob([Buffer.alloc(10 * 1024 * 1024 + 1)]), "a.jpg");
    const response = await fetch(`${telegram.url}/bot${token}/sendPhoto`, { method: "POST", body: form });
    expect(refusal(await response.json())).toBe(
      "400 Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes",
    );
    const endless = new FormData();
    endless.set("chat_id", String(ratna.id));
    endless.set("document", new Blob([Buffer.alloc(50 * 1024 * 1024 + 1)]), "a.bin");
    const refused = await fetch(`${telegram.url}/bot${token}/sendDocument`, {
      method: "POST",
      body: endless,
    });
    expect(refusal(await refused.json())).toBe("413 Request Entity Too Large");
  });

  it("notes what Telegram would pass over in silence", async () => {
    const { telegram, ratna } = await chat();
    expect(telegram.violations).toEqual([]);
    const answer = await call(telegram, "sendMessage", { chat_id: ratna.id, text: "a", replymarkup: {} });
    expect(answer.ok).toBe(true);
    expect(telegram.violations).toEqual([
      { method: "sendMessage", faults: ["request must NOT have additional properties: replymarkup"] },
    ]);
  });
});

describe("a request", () => {
  it("may come as JSON, a form, a query or multipart, in any case of letters", async () => {
    const { telegram, ratna } = await chat();
    const url = `${telegram.url}/bot${token}/SENDmessage`;
    const fields = {
      chat_id: String(ratna.id),
      text: "Halo",
      reply_markup: JSON.stringify(inline({ callback_data: "y" })),
    };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const ways: readonly [string, RequestInit][] = [
      [url, { method: "POST", body: new URLSearchParams(fields) }],
      [`${url}?${new URLSearchParams(fields)}`, {}],
      [url, { method: "POST", body: form }],
    ];
    for (const [address, init] of ways) {
      const answer: unknown = await (await fetch(address, init)).json();
      expect(answer).toMatchObject({
        ok: true,
        result: { text: "Halo", reply_markup: { inline_keyboard: [[{ callback_data: "y" }]] } },
      });
    }
    expect(telegram.violations).toEqual([]);
  });

  it("has its text cleaned, and links, commands and mentions found in it", async () => {
    const { telegram, ratna } = await chat();
    const send = async (text: string, more: object = {}) =>
      (await call(telegram, "sendMessage", { chat_id: ratna.id, text, ...more })).result;
    expect(await send("  a\u0000b\n ")).toMatchObject({ text: "a b" });
    expect(await send("\n <b>a</b> b ", { parse_mode: "HTML" })).toMatchObject({
      text: "a b",
      entities: [{ type: "bold", offset: 0, length: 1 }],
    });
    expect(await send("Lihat /kasus di https://a.go.id/x. oleh @ratna_b #hadiah a@b.id 3/4")).toMatchObject({
      entities: [
        { type: "bot_command", offset: 6, length: 6 },
        { type: "url", offset: 16, length: 17 },
        { type: "mention", offset: 40, length: 8 },
        { type: "hashtag", offset: 49, length: 7 },
        { type: "email", offset: 57, length: 6 },
      ],
    });
    expect(await send("😀".repeat(4096))).toMatchObject({ text: "😀".repeat(4096) });
    expect(await send("<b>a</b><b>b</b> <pre><i>c</i></pre>", { parse_mode: "HTML" })).toMatchObject({
      entities: [
        { type: "bold", offset: 0, length: 2 },
        { type: "pre", offset: 3, length: 1 },
      ],
    });
  });
});

describe("a bot's profile", () => {
  it("offers the commands of the most particular scope and language", async () => {
    const { telegram, ratna } = await chat();
    const english = telegram.person({ firstName: "Ann", languageCode: "en" });
    const set = (description: string, more: object = {}) =>
      call(telegram, "setMyCommands", { commands: [{ command: "mulai", description }], ...more });
    await set("Mulai");
    await set("Start", { language_code: "en" });
    await set("Milik Ratna", { scope: { type: "chat", chat_id: ratna.id } });
    expect(ratna.commands()).toEqual([{ command: "mulai", description: "Milik Ratna" }]);
    expect(english.commands()).toEqual([{ command: "mulai", description: "Start" }]);
    await call(telegram, "deleteMyCommands", { scope: { type: "chat", chat_id: ratna.id } });
    expect(ratna.commands()).toEqual([{ command: "mulai", description: "Mulai" }]);
    expect((await call(telegram, "getMyCommands", { language_code: "en" })).result).toEqual([
      { command: "mulai", description: "Start" },
    ]);
  });

  it("keeps descriptions, names and menu buttons", async () => {
    const { telegram, ratna } = await chat();
    await call(telegram, "setMyDescription", { description: "Pendamping", language_code: "id" });
    await call(telegram, "setMyShortDescription", { short_description: "Singkat" });
    await call(telegram, "setChatMenuButton", { chat_id: ratna.id, menu_button: { type: "commands" } });
    const results = [
      await call(telegram, "getMyDescription", { language_code: "id" }),
      await call(telegram, "getMyDescription"),
      await call(telegram, "getMyShortDescription", { language_code: "en" }),
      await call(telegram, "getMyName"),
      await call(telegram, "getChatMenuButton", { chat_id: ratna.id }),
      await call(telegram, "getChatMenuButton"),
      await call(telegram, "getChat", { chat_id: ratna.id }),
    ];
    expect(results.map(({ result }) => result)).toMatchObject([
      { description: "Pendamping" },
      { description: "" },
      { short_description: "Singkat" },
      { name: "Pendamping" },
      { type: "commands" },
      { type: "default" },
      { id: ratna.id, type: "private", first_name: "Ratna" },
    ]);
  });
});

describe("what is sent", () => {
  it("is protected where that is asked for: it says so, in an album too, and cannot be forwarded", async () => {
    const { telegram, ratna } = await chat();
    const id = ratna.sendsDocument("a.pdf", "application/pdf", 9).document?.file_id;
    const media = [
      { type: "document", media: id },
      { type: "document", media: id },
    ];
    const sent = await call(telegram, "sendMediaGroup", { chat_id: ratna.id, media, protect_content: true });
    expect(sent.result).toMatchObject([{ has_protected_content: true }, { has_protected_content: true }]);
    const { message_id } = ratna.lastMessage() ?? { message_id: 0 };
    const here = { chat_id: ratna.id, from_chat_id: ratna.id, message_id };
    expect(refusal(await call(telegram, "forwardMessage", here))).toBe(
      "400 Bad Request: message can't be forwarded",
    );
    expect(telegram.violations).toEqual([]);
  });

  it("can be copied, forwarded, pinned, reacted to and deleted", async () => {
    const { telegram, ratna } = await chat();
    const here = { chat_id: ratna.id, from_chat_id: ratna.id };
    const copy = await call(telegram, "copyMessage", { ...here, message_id: 5, caption: "salinan" });
    expect(copy.result).toEqual({ message_id: 6 });
    const forward = await call(telegram, "forwardMessage", { ...here, message_id: 1 });
    expect(forward.result).toMatchObject({ text: "halo", forward_origin: { sender_user: { id: ratna.id } } });
    await call(telegram, "pinChatMessage", { ...here, message_id: 2 });
    const pinned = await call(telegram, "getChat", here);
    expect(pinned.result).toMatchObject({ pinned_message: { message_id: 2 } });
    await call(telegram, "setMessageReaction", {
      ...here,
      message_id: 1,
      reaction: [{ type: "emoji", emoji: "👍" }],
    });
    await call(telegram, "deleteMessages", { ...here, message_ids: [1, 2, 99] });
    expect(ratna.screen()).not.toMatch(/^▸ +halo$/m);
    expect(ratna.transcript().split("\n").slice(-5)).toEqual([
      "Bot   ↪ halo",
      "Bot 📌 Halo",
      "Bot   👍 ← halo",
      "Bot ✗ deleted: halo",
      "Bot ✗ deleted: Halo",
    ]);
  });
});
