/** A door before PostgreSQL: bots reach it through here, so that it can be shut. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** The code of PostgreSQL's `disk_full`, as it stands in its answer. */
const diskFull = "C53100\0";

/** A door that stands open until it is shut. */
export type Door = {
  /** Connections that found it shut. */
  readonly refused: number;
  /** Statements that PostgreSQL refused because its disk was full. */
  readonly withoutRoom: number;
  /** Breaks all connections, and leads to the server of this URL from now on. */
  leadTo(url: string): void;
  /** A database's URL through the door. */
  through(url: string): string;
  /** Breaks all connections, and refuses new ones until it is opened. */
  shut(): void;
  open(): void;
  close(): Promise<void>;
};

/** Makes a door to the server of this URL, through which everything takes `delay` milliseconds. */
export async function doorTo(url: string, delay = 0): Promise<Door> {
  let { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let state: "open" | "shut" = "open";
  let refused = 0;
  let withoutRoom = 0;
  const server = createServer((from) => {
    if (state === "shut") {
      refused += 1;
      from.resetAndDestroy();
      return;
    }
    const to = connect(Number(port), hostname);
    to.on("data", (answer: Buffer) => {
      if (answer.includes(diskFull)) withoutRoom += 1;
    });
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
      if (delay === 0) one.pipe(other);
      else one.on("data", (data: Buffer) => setTimeout(() => other.write(data), delay));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const own = String((server.address() as AddressInfo).port);
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    get refused() {
      return refused;
    },
    get withoutRoom() {
      return withoutRoom;
    },
    leadTo: (other) => {
      ({ hostname, port } = new URL(other));
      breakAll();
    },
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
