/** The room that is open to learners: every right as a row, asked for by those who have it and by forged requests. */
import { request } from "node:http";
import { beforeEach, describe, expect, test } from "vitest";
import { movableClock } from "../../src/playground/clock.js";
import type { Person } from "../../src/playground/people.js";
import { roomLogOf } from "../../src/playground/roomLog.js";
import type { ExercisesView, LearnersView, State } from "../../src/playground/serving/contract.js";
import { type Entrance, openEntrance } from "../../src/playground/serving/entrance.js";
import type { JoinFault } from "../../src/playground/serving/joinPage.js";
import { type Page, servePage } from "../../src/playground/serving/page.js";
import { readingOf } from "../../src/playground/serving/reading.js";
import { type CallName, callers } from "../../src/playground/serving/rights.js";
import { tourFrom } from "../../src/playground/serving/tour.js";
import type { TelegramEmulator } from "../../src/playground/telegram.js";
import { classroomOf, type Goals } from "../../src/playground/training/classroom.js";
import { learnersOf } from "../../src/playground/training/learners.js";
import { atEnd, playground, token } from "./playground.js";

type Asked = {
  readonly path: string;
  readonly method?: string;
  readonly body?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
};
type Answered = { readonly status: number; readonly body: string; readonly cookie: string | undefined };

/** Asks as anything may ask: with any host, origin and cookie. */
function ask(url: string, { path, method = "GET", body, headers = {} }: Asked): Promise<Answered> {
  const { hostname, port, host } = new URL(url);
  const text = typeof body === "object" ? JSON.stringify(body) : body;
  const usual = {
    host,
    ...(method === "GET" ? {} : { origin: `http://${host}` }),
    ...(text === undefined
      ? {}
      : { "content-type": "application/json", "content-length": `${Buffer.byteLength(text)}` }),
  };
  return new Promise((resolve, reject) => {
    const asking = request(
      { hostname, port, path, method, headers: { ...usual, ...headers } },
      (response) => {
        const [cookie] = response.headers["set-cookie"] ?? [];
        const answer = { status: response.statusCode ?? 0, cookie: cookie?.split(";", 1)[0] };
        // A stream does not end by itself; that it began is the answer.
        if (response.headers["content-type"] === "text/event-stream") {
          resolve({ ...answer, body: "" });
          response.destroy();
          return;
        }
        let received = "";
        response.on("data", (chunk) => {
          received += String(chunk);
        });
        response.on("end", () => resolve({ ...answer, body: received }));
      },
    );
    asking.on("error", reject);
    asking.end(text);
  });
}

const words = {
  title: "Ruang latihan",
  madeUp: "Hanya data karangan",
  intro: "Masukkan kode",
  code: "Kode",
  name: "Nama",
  nameHint: "Misalnya Melati",
  enter: "Masuk",
  otherLanguage: "English",
  faults: {
    "wrong-code": "Salah",
    "too-many": "Terlalu banyak",
    "no-name": "Nama?",
    taken: "Dipakai",
    full: "Penuh",
  },
} as const satisfies { readonly faults: Readonly<Record<JoinFault, string>> } & Record<string, unknown>;

const exercise = {
  key: "gift",
  words: {
    id: { title: "Amplop", summary: "Dilema", story: ["Sebuah amplop."], cards: [], goals: {} },
    en: { title: "Envelope", summary: "Dilemma", story: ["An envelope."], cards: [], goals: {} },
  },
  goals: [{ key: "asked", source: null }],
};

let telegram: TelegramEmulator;
let page: Page;
let entrance: Entrance;
/** The trainer's page, on this machine. */
let home: string;
/** The same server without a page of its own, as a bot sees it. */
let room: string;
let goals: Goals;
let realTime: number;
let done: string[];
/** What failed for a reason of ours. */
let failures: unknown[];

beforeEach(async () => {
  const clock = movableClock();
  telegram = await playground({ clock: clock.now });
  telegram.person({ firstName: "Dedi" });
  [goals, realTime, done, failures] = [{ asked: "open" }, 0, [], []];
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const learners = learnersOf(random);
  const classroom = classroomOf(async () => goals, clock.now);
  page = servePage({
    telegram,
    clock,
    reading: readingOf(),
    log: roomLogOf(telegram, clock.now),
    tour: tourFrom(),
    training: { learners, classroom, entrance: () => entrance, exercises: [exercise] },
    assets: "src/playground/page",
    changed: () => {},
    app: {
      zone: "Asia/Jakarta",
      dataDir: "/rahasia",
      roles: async () => new Map(),
      enrol: async (person, as) => void done.push(`${person.user.first_name} as ${as}`),
      filled: async () => false,
      fill: async () => void done.push("fill"),
      clean: async () => {
        done.push("clean");
        telegram.forget();
        learners.forget();
      },
      wake: () => void done.push("wake"),
      language: () => "id",
      speak: async () => false,
      stepsDone: async () => new Set(),
    },
  });
  telegram.serves(page.route);
  entrance = await openEntrance({
    host: "127.0.0.1",
    port: 0,
    random,
    now: () => realTime,
    learners,
    words: { id: words, en: { ...words, title: "Training room" } },
    isTaken: (name) => telegram.people().some(({ user }) => user.first_name === name),
    admit: page.admit,
    returned: page.drop,
    failed: (error) => void failures.push(error),
    serve: page.serve,
  });
  atEnd(async () => {
    page.close();
    await entrance.close();
  });
  home = telegram.url;
  room = entrance.addresses[0] ?? "";
});

const join = (code: string, name: string, headers: Record<string, string> = {}) =>
  ask(room, {
    path: "/playground/join",
    method: "POST",
    body: new URLSearchParams({ code, name }).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
  });

const named = (name: string): Person => {
  const found = telegram.people().find(({ user }) => user.first_name === name);
  if (found === undefined) throw new Error(`${name} is missing`);
  return found;
};

/** A learner in the room: their cookie, and the person they are. */
async function learner(name: string) {
  const { cookie = "" } = await join(entrance.code, name);
  return { cookie, person: named(name) };
}

describe("the code", () => {
  test("lets a learner in as one person, who is a worker, and stays that person", async () => {
    const asked = await ask(room, { path: "/", headers: { "accept-language": "en-GB" } });
    expect(asked.body).toContain("Training room");
    expect(asked.body).toContain("Hanya data karangan");
    const entered = await join(entrance.code.toLowerCase().replace("-", " "), " Melati ");
    expect(entered.status).toBe(303);
    expect(done).toEqual(["Melati as worker"]);
    const cookie = entered.cookie ?? "";
    for (const _ of [1, 2]) {
      const { body } = await ask(room, { path: "/playground/state", headers: { cookie } });
      const state = JSON.parse(body) as State;
      expect(state).toMatchObject({ as: "learner", open: true, dataDir: "", filled: false });
      expect(state.people.map(({ name }) => name)).toEqual(["Melati"]);
    }
    expect((await join(entrance.code, "Orang kedua", { cookie })).status).toBe(303);
    expect(telegram.people()).toHaveLength(2);
    expect(entrance.code).toMatch(/^[A-HJ-NP-Z2-9]{4}-[A-HJ-NP-Z2-9]{4}$/);
  });

  test("is kept by the browser where neither scripts nor other sites reach it", async () => {
    const raw = await fetch(`${room}/playground/join`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: room },
      body: new URLSearchParams({ code: entrance.code, name: "Melati" }),
    });
    expect(raw.headers.get("set-cookie")).toMatch(
      /^pendamping_room=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/,
    );
  });

  test.each<[string, string, string, number, string]>([
    ["a wrong code", "AAAA-AAAA", "Melati", 403, "Salah"],
    ["no code", "", "Melati", 403, "Salah"],
    ["a code that is longer", "right+A", "Melati", 403, "Salah"],
    ["no name", "right", " ", 403, "Nama?"],
    ["a name that is none", "right", "<b>Melati</b>", 403, "Nama?"],
    ["a name that hides in a line", "right", "Me\u202elati", 403, "Nama?"],
    ["a name that is taken", "right", "Dedi", 403, "Dipakai"],
  ])("lets nobody in with %s", async (_, code, name, status, fault) => {
    const answered = await join(code.replace("right", entrance.code), name);
    expect(answered).toMatchObject({ status, cookie: undefined });
    expect(answered.body).toContain(fault);
    expect(answered.body).not.toContain("<b>");
    expect(done).toEqual([]);
  });

  test("cannot be guessed: after ten tries the right one is not taken either, until ten minutes of the real time are over", async () => {
    for (let n = 0; n < 10; n += 1) expect((await join(`AAAA-AAA${n}`, "Melati")).status).toBe(403);
    await ask(home, { path: "/playground/clock", method: "POST", body: { jump: "week" } });
    expect(await join(entrance.code, "Melati")).toMatchObject({ status: 429, cookie: undefined });
    realTime += 10 * 60_000;
    expect((await join(entrance.code, "Melati")).status).toBe(303);
  });

  test("to return gives a lost browser its person back, once, and lets the old one out", async () => {
    const { cookie, person } = await learner("Melati");
    const returning = await ask(home, {
      path: "/playground/learners/return",
      method: "POST",
      body: { person: person.id },
    });
    const { code } = JSON.parse(returning.body) as { code: string };
    const back = await join(code, "");
    expect(back.status).toBe(303);
    const stateOf = (held: string) => ask(room, { path: "/playground/state", headers: { cookie: held } });
    expect(JSON.parse((await stateOf(back.cookie ?? "")).body)).toMatchObject({
      people: [{ id: person.id }],
    });
    expect((await stateOf(cookie)).status).toBe(401);
    expect((await join(code, "")).status).toBe(403);
    const nobody = {
      path: "/playground/learners/return",
      method: "POST",
      body: { person: named("Dedi").id },
    };
    expect((await ask(home, nobody)).status).toBe(404);
  });
});

/** What each call is asked with; the person it is about is added. */
const bodies: Partial<Record<CallName, object>> = {
  "POST send": { text: "Halo" },
  "POST edit": { messageId: 1, text: "Hai" },
  "POST press": { messageId: 1, data: "x" },
  "POST key": { label: "Ya" },
  "POST pick": {
    result: { type: "article", id: "1", title: "a", input_message_content: { message_text: "Soal" } },
  },
  "POST inline": { query: "amplop" },
  "POST read": { messageId: 1 },
  "POST person": { firstName: "Wayan", as: "admin" },
  "POST clock": { jump: "week" },
  "POST exercise": { exercise: "gift" },
  "POST tour": { to: "begin" },
  "POST language": { language: "en" },
};

describe("rights", () => {
  test.each(Object.entries(callers) as [CallName, readonly string[]][])(
    "%s is for %s",
    async (name, allowed) => {
      // What waits for a bot is not waited for: nobody answers here.
      const waits = name === "POST press" || name === "POST inline";
      const [melati, bayu] = [await learner("Melati"), await learner("Bayu")];
      bayu.person.sends("Rahasia Bayu");
      melati.person.sends("Halo");
      done.splice(0);
      const before = bayu.person.transcript();
      const [method = "", path = ""] = name.split(" ");
      const as = (person: Person, headers: Record<string, string>, url = room) => {
        const query = method === "GET" ? `?person=${person.id}` : "";
        const body = method === "GET" ? {} : { body: { person: person.id, ...bodies[name] } };
        return ask(url, { path: `/playground/${path}${query}`, method, headers, ...body });
      };
      expect((await as(melati.person, {})).status).toBe(401);
      expect((await as(melati.person, { cookie: "pendamping_room=undefined" })).status).toBe(401);
      expect((await as(melati.person, { cookie: `pendamping_room=${"A".repeat(43)}` })).status).toBe(401);

      // As somebody else: no learner does, whatever they may do for themselves.
      const forged = await as(bayu.person, { cookie: melati.cookie });
      expect(forged.status).toBe(403);
      expect(forged.body).not.toContain("Rahasia");
      expect(bayu.person.transcript()).toBe(before);

      if (!allowed.includes("learner")) {
        expect((await as(melati.person, { cookie: melati.cookie })).status).toBe(403);
        expect(done).toEqual([]);
        expect(telegram.people()).toHaveLength(3);
      } else if (!waits) {
        const own = await as(melati.person, { cookie: melati.cookie });
        // The button and message asked for may not be there: that is said, and is no question of rights.
        expect([200, 400, 404]).toContain(own.status);
        expect(own.body).not.toContain("Bayu");
      }
      // The trainer does all of it, on this machine and nowhere else.
      expect((await as(melati.person, { host: "192.168.1.5:80", cookie: melati.cookie }, home)).status).toBe(
        403,
      );
      if (!waits) expect([200, 400, 404]).toContain((await as(melati.person, {}, home)).status);
    },
  );

  test("a call without a row is nobody's", async () => {
    const { cookie } = await learner("Melati");
    for (const path of ["/playground/toString", "/playground/constructor", "/playground/learners/"]) {
      expect((await ask(room, { path, headers: { cookie } })).status).toBe(404);
    }
  });

  test("a file is seen by who has it in their chat, and by the trainer", async () => {
    const [melati, bayu] = [await learner("Melati"), await learner("Bayu")];
    bayu.person.photographs(Buffer.from("foto Bayu"));
    const [file] = telegram.files();
    const path = `/playground/files/${file?.fileId}`;
    expect((await ask(room, { path, headers: { cookie: bayu.cookie } })).status).toBe(200);
    expect((await ask(room, { path, headers: { cookie: melati.cookie } })).status).toBe(404);
    expect((await ask(room, { path })).status).toBe(401);
    expect((await ask(home, { path })).status).toBe(200);
    for (const odd of ["%E0%A4%A", "..%2f..%2fpackage.json", "a".repeat(5_000), '"', ""]) {
      const { status } = await ask(room, {
        path: `/playground/files/${odd.replace('"', "%22")}`,
        headers: { cookie: melati.cookie },
      });
      expect(status).toBe(404);
    }
  });

  test("who does too much at once waits, and the others do not", async () => {
    const [melati, bayu] = [await learner("Melati"), await learner("Bayu")];
    const sends = ({ cookie }: typeof melati) =>
      ask(room, { path: "/playground/send", method: "POST", body: { text: "Halo" }, headers: { cookie } });
    const answers = await Promise.all(Array.from({ length: 60 }, () => sends(melati)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(JSON.parse(refused[0]?.body ?? "")).toMatchObject({ kind: "tooFast" });
    expect((await sends(bayu)).status).toBe(200);
    expect((await ask(room, { path: "/playground/state", headers: { cookie: melati.cookie } })).status).toBe(
      200,
    );
  });

  test("a file that is only a size is nothing a learner can send", async () => {
    const { cookie, person } = await learner("Melati");
    for (const kind of ["photo", "voice", "document"]) {
      const body = { [kind]: 1e15 };
      expect(
        (await ask(room, { path: "/playground/send", method: "POST", body, headers: { cookie } })).status,
      ).toBe(400);
    }
    expect(person.lastMessage()).toBeUndefined();
  });

  test("the stream tells a learner of their own chat only, and ends where they came back elsewhere", async () => {
    const [melati, bayu] = [await learner("Melati"), await learner("Bayu")];
    const stream = await fetch(`${room}/playground/events`, { headers: { cookie: melati.cookie } });
    bayu.person.sends("Rahasia Bayu");
    named("Dedi").sends("Rahasia Dedi");
    melati.person.sends("Halo");
    const { body } = await ask(home, {
      path: "/playground/learners/return",
      method: "POST",
      body: { person: melati.person.id },
    });
    await join((JSON.parse(body) as { code: string }).code, "");
    const told = await stream.text();
    expect(told).toContain("Halo");
    expect(told).not.toContain("Rahasia");
    expect((await ask(room, { path: "/playground/events" })).status).toBe(401);
  });
});

test("an emptied room knows nobody of before, who hear nothing of whoever gets their id", async () => {
  const { cookie } = await learner("Melati");
  const stream = await fetch(`${room}/playground/events`, { headers: { cookie } });
  await ask(home, { path: "/playground/clean", method: "POST", body: {} });
  await learner("Bayu");
  named("Bayu").sends("Rahasia Bayu");
  expect(await stream.text()).not.toContain("Rahasia");
  expect((await ask(room, { path: "/playground/state", headers: { cookie } })).status).toBe(401);
});

test("a browser is known again after a restart, which keeps no secret of it", () => {
  const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
  const before = learnersOf(random);
  const secret = before.welcome(6);
  const kept = before.entries();
  expect(JSON.stringify(kept)).not.toContain(secret);
  expect(learnersOf(random, kept).personOf(secret)).toBe(6);
  expect(learnersOf(random, kept).personOf(kept[0]?.session ?? undefined)).toBeUndefined();
});

describe("forged requests", () => {
  test.each<[string, Asked, number]>([
    ["by another name of this machine", { path: "/", headers: { host: "evil.example" } }, 403],
    [
      "by a name that begins like the address",
      { path: "/", headers: { host: "127.0.0.1.evil.example" } },
      403,
    ],
    ["by loopback's other name", { path: "/", headers: { host: "localhost" } }, 403],
    ["from another site", { path: "/playground/state", headers: { origin: "http://evil.example" } }, 403],
    [
      "from a file, to join",
      { path: "/playground/join", method: "POST", body: "code=x", headers: { origin: "null" } },
      403,
    ],
    ["for the Bot API", { path: `/bot${token}/getMe` }, 404],
    ["for the Bot API's files", { path: `/file/bot${token}/photos/file_0.jpg` }, 404],
    ["for the webhook", { path: "/telegram/webhook", method: "POST", body: {} }, 404],
    ["for what scripts a bot", { path: "/control/person", method: "POST", body: {} }, 404],
    ["for health", { path: "/health" }, 404],
    ["for metrics", { path: "/metrics" }, 404],
    ["for a file of this machine", { path: "/playground/..%2f..%2fpackage.json" }, 404],
    ["for a file with a name without end", { path: `/playground/${"a".repeat(4_000)}.js` }, 404],
    ["with a method that is none", { path: "/playground/state", method: "DELETE" }, 404],
    ["that are too large", { path: "/playground/join", method: "POST", body: "x".repeat(300_000) }, 413],
    [
      "of unknown length",
      { path: "/playground/join", method: "POST", headers: { "transfer-encoding": "chunked" } },
      413,
    ],
    ["that are no JSON", { path: "/playground/join", method: "POST", body: "{" }, 400],
  ])("%s are refused", async (_, asked, status) => {
    const answered = await ask(room, asked);
    expect(answered.status).toBe(status);
    expect(answered.cookie).toBeUndefined();
    // And nothing has fallen over.
    expect((await ask(room, { path: "/" })).status).toBe(200);
    expect(failures).toEqual([]);
  });

  test("with a learner's cookie, but from another page, change nothing", async () => {
    const { cookie, person } = await learner("Melati");
    const send = (headers: Record<string, string>) =>
      ask(room, {
        path: "/playground/send",
        method: "POST",
        body: { text: "Halo" },
        headers: { cookie, ...headers },
      });
    expect((await send({ origin: "http://127.0.0.1:1" })).status).toBe(403);
    expect((await send({ origin: "https://127.0.0.1" })).status).toBe(403);
    expect(person.lastMessage()).toBeUndefined();
    expect((await send({})).status).toBe(200);
    expect(person.lastMessage()?.text).toBe("Halo");
  });
});

describe("an exercise", () => {
  const shown = async () => {
    const { body } = await ask(home, { path: "/playground/learners" });
    return (JSON.parse(body) as LearnersView).learners;
  };
  const act = async (cookie: string, path: string, body: object = {}, url = room) => {
    const answered = await ask(url, {
      path: `/playground/${path}`,
      method: "POST",
      body,
      headers: { cookie },
    });
    return (JSON.parse(answered.body) as ExercisesView).run;
  };

  test("is begun and ended by the learner; what was open then was missed", async () => {
    const { cookie, person } = await learner("Melati");
    expect(await shown()).toEqual([{ person: person.id, name: "Melati", run: null }]);
    const begun = { person: person.id, exercise: "gift", since: expect.any(Number), ended: null };
    expect(await act(cookie, "exercise", { exercise: "gift" })).toEqual({
      ...begun,
      goals: { asked: "open" },
    });
    expect(await shown()).toMatchObject([{ run: { goals: { asked: "open" }, ended: null } }]);
    expect(await act(cookie, "exercise/end")).toEqual({
      ...begun,
      goals: { asked: "missed" },
      ended: "learner",
    });
    expect(await shown()).toMatchObject([{ run: { goals: { asked: "missed" }, ended: "learner" } }]);
  });

  test("is judged anew once something happened, and ends with its last goal", async () => {
    const { cookie, person } = await learner("Melati");
    await act(cookie, "exercise", { exercise: "gift" });
    goals = { asked: "met" };
    expect(await shown()).toMatchObject([{ run: { ended: null } }]);
    await ask(home, { path: "/playground/clock", method: "POST", body: { jump: "day" } });
    expect(await shown()).toMatchObject([{ run: { goals: { asked: "met" }, ended: "met" } }]);
    expect(await act("", "exercise/end", { person: person.id }, home)).toMatchObject({ ended: "met" });
  });

  test("is ended by the trainer; no learner ends another's", async () => {
    const [melati, bayu] = [await learner("Melati"), await learner("Bayu")];
    await act(melati.cookie, "exercise", { exercise: "gift" });
    await act(bayu.cookie, "exercise/end", { person: melati.person.id });
    expect(await shown()).toMatchObject([{ run: { ended: null } }, { run: null }]);
    expect(await act("", "exercise/end", { person: melati.person.id }, home)).toMatchObject({
      ended: "trainer",
    });
    expect(await act(melati.cookie, "exercise", { exercise: "none" })).toBeUndefined();
  });
});
