/** The bot as a process of its own, with a folder that is thrown away, over a Telegram played beside it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setupCode } from "../../test/support/staff.js";

/** The token it is known by to the Telegram beside it. */
export const token = "7000000001:AAHwalkThroughToken_abcdefghijklmnopq";

/** The bot as `npm start` runs it. */
export class Bot {
  readonly #dataDir: string;
  readonly #apiRoot: string;
  #process: ChildProcess | undefined;

  constructor(dataDir: string, apiRoot: string) {
    this.#dataDir = dataDir;
    this.#apiRoot = apiRoot;
  }

  async start(): Promise<number> {
    const begun = performance.now();
    const port = await freePort();
    const child = spawn(process.execPath, ["dist/main.js"], {
      env: {
        PATH: process.env.PATH ?? "",
        BOT_TOKEN: token,
        TELEGRAM_API_ROOT: this.#apiRoot,
        DATA_DIR: this.#dataDir,
        SETUP_CODE: setupCode,
        PORT: String(port),
        LOG_LEVEL: "warn",
      },
      stdio: ["ignore", "ignore", "inherit"],
    });
    this.#process = child;
    while (!(await isHealthy(port))) {
      if (child.exitCode !== null) throw new Error("the bot ended while it was starting");
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return performance.now() - begun;
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const exit = once(child, "exit");
    child.kill(signal);
    await exit;
  }
}

async function isHealthy(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
