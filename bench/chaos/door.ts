/** A door before PostgreSQL: bots reach it through here, so that it can be shut. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A door that stands open until it is shut. */
export type Door = {
  /** A database's URL through the door. */
  through(url: string): string;
  /** Breaks all connections, and refuses new ones until it is opened. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
};

/** Makes a door to the server of this URL. */
export async function doorTo(url: string): Promise<Door> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let state: "open" | "shut" = "open";
  const server = createServer((from) => {
    if (state === "shut") return void from.resetAndDestroy();
    const to = connect(Number(port), hostname);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const) {
      sockets.add(one);
      one.setNoDelay(true);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = String((server.address() as AddressInfo).port);
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    through: (other) => Object.assign(new URL(other), { hostname: "127.0.0.1", port: own }).href,
    shut: () => {
      state = "shut";
      breakAll();
    },
    open: () => {
      state = "open";
    },
    close: () =>
      new Promise((resolve) => {
        breakAll();
        server.close(() => resolve());
      }),
  };
}
