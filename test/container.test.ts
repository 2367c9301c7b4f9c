/** The container as `docker compose up` makes it: whoever gets into it gains nothing. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { longestShutdown } from "../src/app/shutdown.js";

const { services } = parse(readFileSync("compose.yaml", "utf8")) as {
  readonly services: { readonly bot: { readonly stop_grace_period: string } };
};

test("is read-only but for its volume, without capabilities, and gains no rights", () => {
  expect(services.bot).toMatchObject({
    read_only: true,
    tmpfs: ["/tmp"],
    cap_drop: ["ALL"],
    security_opt: ["no-new-privileges:true"],
    volumes: ["attachments:/data"],
  });
});

test("opens the webhook to this machine alone, and neither health nor metrics", () => {
  expect(services.bot).toMatchObject({ ports: ["127.0.0.1:8080:8080"] });
});

test("waits for the bot to end by itself, for longer than it may take", () => {
  const { stop_grace_period: grace } = services.bot;
  expect(grace).toMatch(/^\d+s$/);
  // The bot leaves a second after its longest shutdown; the rest is for Docker and a busy machine.
  expect(Number.parseInt(grace, 10) * 1_000).toBeGreaterThanOrEqual(longestShutdown + 3_000);
});

test("runs as nobody special, and writes to its volume", () => {
  const last = readFileSync("Dockerfile", "utf8")
    .split(/^FROM /m)
    .at(-1);
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^ENV .*\bDATA_DIR=\/data$/m);
});
