/** The container as `docker compose up` makes it: whoever gets into it gains nothing. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";

const { services } = parse(readFileSync("compose.yaml", "utf8")) as {
  readonly services: { readonly bot: object };
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

test("runs as nobody special, and writes to its volume", () => {
  const last = readFileSync("Dockerfile", "utf8")
    .split(/^FROM /m)
    .at(-1);
  expect(last).toMatch(/^USER node$/m);
  expect(last).toMatch(/^ENV .*\bDATA_DIR=\/data$/m);
});
