/**
 * The page's side of the playground: who is there, their chats, what they do, and time. It is served beside the
 * bot's own HTTP, so it is a function of a request that says whether it answered.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Conversation } from "../chats.js";
import { jumpLength, jumps, type MovableClock } from "../clock.js";
import { type Command, personOptions, send } from "../commands.js";
import { integerField, isRecord, type Payload, textField } from "../payload.js";
import type { Person } from "../people.js";
import { readRequest } from "../request.js";
import type { RoomLog } from "../roomLog.js";
import { drawnAsText, roomPersonOf, scriptOf } from "../script.js";
import type { HttpRoute } from "../server.js";
import type { TelegramEmulator } from "../telegram.js";
import type { Classroom } from "../training/classroom.js";
import type { Learners } from "../training/learners.js";
import { paceOf } from "../training/pace.js";
import {
  type Beginning,
  beginnings,
  type ChatView,
  type ExercisesView,
  type ExerciseView,
  type Language,
  type LearnersView,
  languages,
  type PersonLine,
  type Pressed,
  type RefusalKind,
  root,
  type State,
  type Tour,
  type TourStep,
  tourDeeds,
  tourSteps,
} from "./contract.js";
import { streamOf } from "./events.js";
import { fileIdIn, sendAsset, sendFile } from "./files.js";
import { isOwnOrigin } from "./guard.js";
import type { Reading } from "./reading.js";
import { Declined, kindOfRefusal, refuse } from "./refusing.js";
import { asVisitor, type CallName, checkCall, isCall, isDeed, maySeeFile, type Visitor } from "./rights.js";
import type { TourKeeper, TourProgress } from "./tour.js";

/** What the app behind the bot lets the page do. The playground knows nothing of it but this. */
export type HostApp = {
  /** IANA zone of the sample organisation. */
  readonly zone: string;
  /** Where the data lies, to be shown. */
  readonly dataDir: string;
  /** Roles in the sample organisation by Telegram's id. */
  roles(): Promise<ReadonlyMap<number, readonly string[]>>;
  /** Gives a new person a place in the sample organisation. */
  enrol(person: Person, as: Exclude<Beginning, "stranger">): Promise<void>;
  /** Whether made-up cases are there. */
  filled(): Promise<boolean>;
  /**
   * Fills the sample organisation with made-up cases, telling how many of how many are written. Where they are there already
   * nothing happens.
   */
  fill(progress: (done: number, of: number) => void): Promise<void>;
  /** Empties everything, chats and time too, and begins anew. */
  clean(): Promise<void>;
  /** In which language the people have their Telegram. */
  language(): Language;
  /**
   * Begins anew with people who have their Telegram in another language, where nobody did anything yet. False where
   * somebody did: then everything stays.
   */
  speak(language: Language): Promise<boolean>;
  /** Which steps of a tour were really done since it began. */
  stepsDone(progress: TourProgress): Promise<ReadonlySet<TourStep>>;
  /** The clock has jumped: what waits for a time is to look again. */
  wake(): void;
};

export type PageOptions = {
  readonly telegram: TelegramEmulator;
  readonly clock: MovableClock;
  readonly app: HostApp;
  readonly reading: Reading;
  readonly log: RoomLog;
  readonly tour: TourKeeper;
  /** The learners of a room that is open to the network; absent: it is for this machine alone. */
  readonly training?: OpenTraining;
  /** Folder of the bundled page. */
  readonly assets: string;
  /** Something that is worth keeping changed: who read how far, the clock. */
  readonly changed: () => void;
};

/** What the page knows of an open room. */
export type OpenTraining = {
  readonly learners: Learners;
  readonly classroom: Classroom;
  /** The exercises there are. */
  readonly exercises: readonly ExerciseView[];
  /** The entrance, as the trainer tells of it. */
  readonly entrance: () => Pick<LearnersView, "code" | "addresses">;
};

/** The playground's page, being served. */
export type Page = {
  /** The page of this machine's own browser. */
  readonly route: HttpRoute;
  /** Answers whoever it is, as far as they may ask (`rights.ts`). */
  serve(request: IncomingMessage, response: ServerResponse, visitor: Visitor): void;
  /** A new person who comes as a worker. */
  admit(firstName: string, languageCode: string): Promise<Person>;
  /** Another browser is that learner now: the one before hears nothing any more. */
  drop(person: number): void;
  close(): void;
};

type Handler = (command: Command, visitor: Visitor) => unknown;

/** How long the page waits for the bot to answer a press, and for inline results (ms). */
const patience = 8_000;

/** The most that the files of a room may take (bytes) before learners send no more of them. */
const mostStored = 400 * 1024 * 1024;

/** Serves the page at `/` and its calls below `/playground/`. */
export function servePage(options: PageOptions): Page {
  const { telegram, clock, app, reading, log, tour } = options;
  const stream = streamOf(telegram, reading.unread);
  const pace = paceOf(() => clock.now().getTime() - clock.ahead());
  const handlers = handlersOf();

  return {
    route(request, response) {
      const [path = ""] = (request.url ?? "").split("?", 1);
      if (path !== "/" && !path.startsWith(root)) return false;
      if (isOwnOrigin(request)) serve(request, response, { kind: "trainer" });
      else refuse(request, response, "foreign", "The playground is for this machine's own browser.");
      return true;
    },
    serve,
    admit,
    drop: stream.drop,
    close: () => stream.close(),
  };

  function serve(request: IncomingMessage, response: ServerResponse, visitor: Visitor): void {
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const name = `${request.method} ${path.slice(root.length)}`;
    if (path.startsWith(root) && isCall(name)) {
      void answer(request, response, query, (command) => {
        checkCall(visitor, name, command);
        checkStorage(visitor, command);
        checkPace(visitor, name);
        return handlers[name](asVisitor(visitor, command), visitor);
      });
    } else if (path === `${root}events` || path.startsWith(`${root}files/`)) {
      if (visitor.kind === "stranger")
        refuse(request, response, "stranger", "Enter the code of the room first.");
      else if (path === `${root}events`) {
        stream.open(response, visitor.kind === "learner" ? visitor.person : undefined);
      } else if (maySeeFile(visitor, fileIdIn(path), chatOfVisitor(visitor))) {
        sendFile(telegram, request, response, fileIdIn(path));
      } else refuse(request, response, "gone", "There is no such file.");
    } else if (path === "/" || path.startsWith(root)) void sendAsset(request, response, options.assets, path);
    else refuse(request, response, "gone", "There is nothing here.");
  }

  /** What learners send lies in the memory of this machine. @throws {Refusal} where it holds enough of it */
  function checkStorage(visitor: Visitor, { uploads }: Command): void {
    if (visitor.kind !== "learner" || uploads.size === 0) return;
    const kept = telegram.files().reduce((sum, { size }) => sum + size, 0);
    if (kept > mostStored) throw new Declined("tooLarge", "The room holds no more files.");
  }

  /** @throws {Declined} where a learner does more at once than people can */
  function checkPace(visitor: Visitor, name: CallName): void {
    if (visitor.kind === "learner" && isDeed(name) && !pace.may(visitor.person))
      throw new Declined("tooFast", "So much at once would make the others wait.");
  }

  function chatOfVisitor(visitor: Visitor): Conversation | undefined {
    if (visitor.kind !== "learner") return undefined;
    return telegram.people().find(({ id }) => id === visitor.person)?.conversation;
  }

  async function admit(firstName: string, languageCode: string): Promise<Person> {
    const created = telegram.person({ firstName, languageCode });
    log.note({ room: "adds", person: roomPersonOf(created), as: "worker" });
    await app.enrol(created, "worker");
    options.changed();
    stream.tell({ kind: "anew" });
    return created;
  }

  function handlersOf(): Readonly<Record<CallName, Handler>> {
    const person = ({ payload }: Command): Person => {
      const id = integerField(payload, "person");
      const found = telegram.people().find((one) => one.id === id);
      if (found === undefined) throw new Declined("noPerson", `Nobody has the id ${id}`);
      return found;
    };
    const state = async (visitor: Visitor): Promise<State> => {
      const roles = await app.roles();
      const everybody = telegram.people();
      const bot = everybody[0]?.bot.me;
      const isTrainer = visitor.kind === "trainer";
      const people = everybody.filter(({ id }) => isTrainer || id === personOf(visitor));
      return {
        as: isTrainer ? "trainer" : "learner",
        open: options.training !== undefined,
        bot: { id: bot?.id ?? 0, name: bot?.first_name ?? "", username: bot?.username ?? "" },
        people: people.map((one) => lineOf(one, roles.get(one.id) ?? [])),
        now: clock.now().toISOString(),
        ahead: clock.ahead(),
        zone: app.zone,
        dataDir: isTrainer ? app.dataDir : "",
        filled: isTrainer && (await app.filled()),
        language: app.language(),
        tour: isTrainer ? await tourNow() : null,
      };
    };
    const tourNow = async (): Promise<Tour | null> => {
      const progress = tour.progress();
      if (progress === null) return null;
      const done = await app.stepsDone(progress);
      return { done: tourSteps.filter((step) => done.has(step)), left: progress.left };
    };
    const lineOf = (one: Person, roles: readonly string[]): PersonLine => ({
      id: one.id,
      name: nameOf(one),
      roles,
      unread: reading.unread(one.conversation),
      last: one.lastMessage() ?? null,
      blocked: one.conversation.access === "blocked",
      commands: one.commands(),
    });
    const anew = async (
      change: () => Promise<void>,
      visitor: Visitor = { kind: "trainer" },
    ): Promise<State> => {
      await change();
      options.changed();
      stream.tell({ kind: "anew" });
      return state(visitor);
    };

    // However often it is pressed: the cases are written once, and everybody waits for the same end.
    let filling: Promise<State> | undefined;
    const fillOnce = (): Promise<State> => {
      filling ??= anew(async () => {
        if (await app.filled()) return;
        log.note({ room: "fills" });
        await app.fill((done, of) => stream.tell({ kind: "filling", done, of }));
      }).finally(() => {
        filling = undefined;
        stream.tell({ kind: "filling", done: 0, of: 0 });
      });
      return filling;
    };

    const opened = (): OpenTraining => {
      if (options.training === undefined) throw new Declined("gone", "The room is not open to learners");
      return options.training;
    };
    const exercisesOf = async (learner: number | undefined): Promise<ExercisesView> => ({
      exercises: opened().exercises,
      run: (learner === undefined ? undefined : await opened().classroom.standing(learner)) ?? null,
    });

    return {
      "GET state": (_, visitor) => state(visitor),
      "GET chat": (command) => chatOf(person(command), reading),
      "POST send": (command) => declinedAs("wrong", () => send(person(command), command)),
      "POST open": (command) => person(command).opens(textField(command.payload, "payload")),
      "POST edit": (command) =>
        declinedAs("gone", () =>
          person(command).edits(
            integerField(command.payload, "messageId"),
            textField(command.payload, "text") ?? "",
          ),
        ),
      "POST press": (command) => press(person(command), command.payload),
      "POST key": (command) =>
        void declinedAs("gone", () => person(command).presses(textField(command.payload, "label") ?? "")),
      "POST inline": async (command) => {
        const query = textField(command.payload, "query") ?? "";
        return { results: (await person(command).asksInline(query, { within: patience })).results };
      },
      "POST pick": (command) => {
        const { result } = command.payload;
        if (!isRecord(result)) throw new Declined("wrong", "result is missing");
        const one = person(command);
        return declinedAs("wrong", () => one.picks(result as Payload & Parameters<Person["picks"]>[0]));
      },
      "POST block": (command, visitor) => anew(async () => person(command).blocks(), visitor),
      "POST unblock": (command, visitor) => anew(async () => person(command).unblocks(), visitor),
      "POST read": (command) => {
        const one = person(command);
        const messageId = integerField(command.payload, "messageId");
        if (!reading.look(one.id, messageId)) return;
        options.changed();
        stream.tell({
          kind: "read",
          chat: one.id,
          read: messageId,
          unread: reading.unread(one.conversation),
        });
      },
      "POST person": (command) =>
        anew(async () => {
          const as = beginnings.find((one) => one === command.payload.as) ?? "stranger";
          const created = telegram.person(personOptions(command.payload));
          log.note({ room: "adds", person: roomPersonOf(created), as });
          if (as !== "stranger") await app.enrol(created, as);
        }),
      "POST clock": ({ payload }) => {
        const jump = jumps.find((one) => one === payload.jump);
        if (jump === undefined) throw new Declined("wrong", `jump is one of ${jumps.join(", ")}`);
        const by = jumpLength(jump, clock.now(), app.zone);
        log.note({ room: "moves-clock", by });
        clock.forward(by);
        options.changed();
        tour.moved(clock.now());
        app.wake();
        options.training?.classroom.changed();
        stream.tell({ kind: "clock", now: clock.now().toISOString(), ahead: clock.ahead() });
        return { now: clock.now().toISOString(), ahead: clock.ahead() };
      },
      "POST fill": () => fillOnce(),
      "POST clean": () =>
        anew(async () => {
          await app.clean();
          // Whoever comes next may be given the id of somebody who was here.
          stream.drop();
        }),
      "POST tour": ({ payload }) =>
        anew(async () => {
          const deed = tourDeeds.find((one) => one === payload.to);
          if (deed === undefined) throw new Declined("wrong", `to is one of ${tourDeeds.join(", ")}`);
          tour[deed](clock.now());
        }),
      "POST language": async ({ payload }, visitor) => {
        const language = languages.find((one) => one === payload.language);
        if (language === undefined) throw new Declined("wrong", `language is one of ${languages.join(", ")}`);
        return (await app.speak(language)) ? anew(async () => {}) : state(visitor);
      },
      "GET transcript": (command) => drawnAsText(person(command), app.zone),
      "GET exercises": (_, visitor) => exercisesOf(personOf(visitor)),
      "POST exercise": async ({ payload }, visitor) => {
        const key = opened().exercises.find((one) => one.key === payload.exercise)?.key;
        const learner = personOf(visitor);
        if (key === undefined || learner === undefined)
          throw new Declined("gone", "There is no such exercise");
        await opened().classroom.begin(learner, key);
        options.changed();
        stream.tell({ kind: "exercise", chat: learner });
        return exercisesOf(learner);
      },
      "POST exercise/end": async (command, visitor) => {
        const { id } = person(command);
        await opened().classroom.end(id, visitor.kind === "trainer" ? "trainer" : "learner");
        options.changed();
        stream.tell({ kind: "exercise", chat: id });
        return exercisesOf(id);
      },
      "GET learners": async (): Promise<LearnersView> => {
        const { learners, classroom, exercises, entrance } = opened();
        const people = telegram.people().filter(({ id }) => learners.all().includes(id));
        const lines = people.map(async (one) => ({
          person: one.id,
          name: nameOf(one),
          run: (await classroom.standing(one.id)) ?? null,
        }));
        return { ...entrance(), exercises, learners: await Promise.all(lines) };
      },
      "POST learners/return": (command) => {
        const { id } = person(command);
        const code = opened().learners.codeToReturn(id);
        if (code === undefined) throw new Declined("noPerson", "Nobody is that learner");
        return { code };
      },
      "GET script": () => scriptOf(telegram.people(), { log: log.entries(), bytes: telegram.file }),
    };
  }
}

/** The person a learner is; undefined of anybody else. */
function personOf(visitor: Visitor): number | undefined {
  return visitor.kind === "learner" ? visitor.person : undefined;
}

function nameOf({ user }: Person): string {
  return [user.first_name, user.last_name].filter((part) => part !== undefined).join(" ");
}

function chatOf(person: Person, reading: Reading): ChatView {
  const { conversation } = person;
  return {
    person: person.id,
    messages: [...conversation.messages.values()],
    keyboard: conversation.keyboard ?? null,
    blocked: conversation.access === "blocked",
    read: reading.upTo(person.id),
  };
}

/** Does what a person does; where that cannot be done here any more it is declined, of this kind. */
function declinedAs<T>(kind: RefusalKind, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || error instanceof Declined) throw error;
    throw new Declined(kind, error.message);
  }
}

async function press(person: Person, payload: Payload): Promise<Pressed> {
  const data = textField(payload, "data") ?? "";
  const handle = person.pressesData(data, integerField(payload, "messageId"));
  try {
    const { text, showAlert, url } = await handle.answer({ within: patience });
    return { text: text ?? null, alert: showAlert, url: url ?? null };
  } catch {
    // No answer in time is what Telegram shows too: the button stops turning, and nothing is said.
    return { text: null, alert: false, url: null };
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  query: string,
  handler: (command: Command) => unknown,
): Promise<void> {
  try {
    const { payload, uploads } = await readRequest(request, query);
    const result = await handler({ payload, uploads });
    const text = typeof result === "string" ? result : JSON.stringify(result ?? {});
    const type = typeof result === "string" ? "text/plain; charset=utf-8" : "application/json";
    response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
    response.end(text);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    refuse(request, response, kindOfRefusal(error), error.message);
  }
}
