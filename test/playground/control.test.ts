import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { InlineKeyboard } from "grammy";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { movableClock } from "../../src/playground/clock.js";
import { controlRoute } from "../../src/playground/control.js";
import { grammyBot, playground, poll, token } from "./playground.js";

describe("the playground, from another process", () => {
  it("lets people write, press and look", async () => {
    const clock = movableClock();
    const telegram = await playground({ clock: clock.now });
    telegram.serves(controlRoute(telegram, clock));
    const bot = grammyBot(telegram);
    bot.command("start", (ctx) => ctx.reply("Halo", { reply_markup: new InlineKeyboard().text("Ya", "y") }));
    bot.on("message", (ctx) => ctx.reply(Object.keys(ctx.message).at(-1) ?? ""));
    bot.on("callback_query", (ctx) => ctx.editMessageText("Baik"));
    await poll(bot);

    const control = async (path: string, payload?: object): Promise<unknown> => {
      const response = await fetch(`${telegram.url}/control/${path}`, {
        ...(payload && { method: "POST", body: JSON.stringify(payload) }),
        headers: { "content-type": "application/json" },
      });
      return response.json();
    };
    expect(await control("person", { firstName: "Ratna", id: 6000000009 })).toEqual({ id: 6000000009 });
    const person = 6000000009;
    const events = await fetch(`${telegram.url}/control/events`);
    await control("open", { person, payload: "x" });
    expect(await control(`sees?person=${person}&wanted=Halo`)).toMatchObject({ text: "Halo" });
    await control("press", { person, label: "Ya" });
    expect(await control(`sees?person=${person}&pattern=^Ba`)).toMatchObject({ text: "Baik" });
    await control("send", { person, photo: 1000, caption: "rumah" });
    expect(await control(`sees?person=${person}&wanted=caption`)).toMatchObject({ text: "caption" });
    expect(await control(`screen?person=${person}`)).toEqual({
      screen: expect.stringContaining("Bot ✎ Baik"),
    });
    expect(await control("press", { person, label: "Tidak ada" })).toEqual({
      error: expect.stringContaining("Ratna sees no button Tidak ada"),
    });
    const moved = async (forward: number) =>
      Date.parse(((await control("clock", { forward })) as { now: string }).now);
    const before = await moved(0);
    expect((await moved(86_400_000)) - before).toBeGreaterThanOrEqual(86_400_000);
    expect(await control("calls")).toMatchObject({ sendMessage: 2, editMessageText: 1 });

    let stream = "";
    for await (const chunk of events.body ?? []) {
      stream += Buffer.from(chunk).toString();
      if (stream.includes("Baik")) break;
    }
    expect(stream).toContain('event: message\ndata: {"chat":6000000009,');
    expect(stream).toContain("event: press");
  });
});

describe("npm run playground", () => {
  const bundle = fileURLToPath(new URL("../../node_modules/.cache/playground-serve.mjs", import.meta.url));
  let child: ChildProcess | undefined;

  beforeAll(() =>
    build({
      entryPoints: [fileURLToPath(new URL("../../src/playground/serve.ts", import.meta.url))],
      outfile: bundle,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
    }),
  );
  afterAll(() => void child?.kill("SIGKILL"));

  it("prints its address, serves, and ends with SIGTERM", async () => {
    const env = { ...process.env, BOT_TOKEN: token };
    const started = spawn(process.execPath, [bundle], { env, stdio: ["ignore", "pipe", "inherit"] });
    child = started;
    const [line] = await once(started.stdout, "data");
    const url = String(line).trim();
    const answer: unknown = await (await fetch(`${url}/bot${token}/getMe`)).json();
    expect(answer).toMatchObject({ ok: true, result: { username: "pendamping_bot" } });
    started.kill("SIGTERM");
    expect((await once(started, "exit"))[0]).toBe(0);
  });
});
