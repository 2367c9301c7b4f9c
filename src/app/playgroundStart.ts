/**
 * The app without a token: the same bot, database and conversations, with a Telegram played by this machine, a
 * page to use it with, made-up people, and a clock that can be moved. Loaded in this mode only.
 */
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Config } from "../config.js";
import { transactions } from "../delivery/transaction.js";
import { movableClock } from "../playground/clock.js";
import type { Person } from "../playground/people.js";
import { persistIn } from "../playground/persistence.js";
import { type RoomEntry, type RoomPerson, roomLogOf } from "../playground/roomLog.js";
import type { Beginning } from "../playground/serving/contract.js";
import { type Page, servePage } from "../playground/serving/page.js";
import { preparing } from "../playground/serving/preparing.js";
import { readingOf } from "../playground/serving/reading.js";
import { tourFrom } from "../playground/serving/tour.js";
import { startTelegram } from "../playground/telegram.js";
import { chooseLocale } from "../records/people/accounts.js";
import { makeFolder } from "../records/storage/folder.js";
import { idMaker } from "../records/storage/ids.js";
import { prepareSetup } from "../records/storage/settings.js";
import { actingAs, type RunAt } from "../samples/acting.js";
import { fillCases } from "../samples/cases.js";
import { emptyDatabase } from "../samples/clean.js";
import { enrol, foundSample, readStaff, type Staff } from "../samples/organization.js";
import { readStories } from "../samples/stories.js";
import { type Locale, localeOf } from "../texts.js";
import { folderFault } from "./folderFault.js";
import { inOneTransaction } from "./oneTransaction.js";
import { type App, type AppDeps, startApp } from "./start.js";
import { stepsDone } from "./tour.js";
import { type TrainingRoom, trainingRoomOf, trainingSchema } from "./trainingRoom.js";

/** As for the app, except for the clock: the playground brings its own. */
export type PlaygroundDeps = Omit<AppDeps, "clock" | "purpose" | "route"> & {
  /** The time at which the playground starts, the real one by default. A replay starts at the time of its chat. */
  readonly opensAt?: Date;
  /** The made-up people do not send /start by themselves: a replay does it for them. */
  readonly silent?: boolean;
  /** In which a new room's people have their Telegram; Indonesian unless told. */
  readonly language?: Locale;
  /** Folder of the bundled page, where it is not beside this program. */
  readonly assets?: string;
};

const samples = fileURLToPath(new URL("../../locales/id/samples", import.meta.url));

/** The made-up cases are the same in every playground. */
const seed = 2019;
/** Folder of the page: the build puts the bundle where the source of the page lies in src. */
export const bundledPage = fileURLToPath(new URL("../playground/page", import.meta.url));

/** What is kept beside the chats, see playground/persistence.ts. */
const extraSchema = z.object({
  ahead: z.number(),
  read: z.array(z.tuple([z.number(), z.number()])),
  /** Absent where a version from before it was kept wrote the file. */
  log: z
    .array(z.custom<RoomEntry>((entry) => typeof entry === "object" && entry !== null && "room" in entry))
    .default([]),
  tour: z
    .object({ begunAt: z.number(), movedAt: z.number().nullable(), left: z.boolean() })
    .nullable()
    .default(null),
  /** Absent where the room was never open to learners. */
  training: trainingSchema.optional(),
});

/** Starts the playground. All its data lies in `DATA_DIR/playground`, away from what a real bot would keep. */
export async function startPlayground(config: Config, given: PlaygroundDeps) {
  const { random, tell } = given;
  const folder = join(config.dataDir, "playground");
  // If started as root, the database runs as another user, who must be able to enter this folder but not to list it.
  await makeFolder(config.dataDir, 0o711).catch(folderFault(config.dataDir));
  const newId = idMaker(random);
  const staff = await readStaff(samples);

  const firstNames = new Map(staff.people.map(({ key, firstName }) => [key, firstName]));
  const { opensAt, silent = false } = given;
  const clock = movableClock(opensAt === undefined ? 0 : opensAt.getTime() - Date.now());
  // Ids of updates start at the current time, so that ids of an earlier run are never used again.
  const telegram = await startTelegram({
    clock: clock.now,
    firstUpdateId: Math.floor(Date.now() / 1000),
  });
  const token = `7000000001:${newId(35)}`;
  telegram.bot({ token, username: "pendamping_bot", name: "Pendamping" });

  let reading = readingOf();
  let roomLog = roomLogOf(telegram, clock.now);
  let tour = tourFrom();
  let room: TrainingRoom | undefined;
  let earlierTraining: z.infer<typeof trainingSchema> | undefined;
  const keeping = persistIn(
    folder,
    () => telegram,
    () => ({
      ahead: clock.ahead(),
      read: reading.entries(),
      log: roomLog.entries(),
      tour: tour.progress(),
      training: room?.entries() ?? earlierTraining,
    }),
  );
  const extra = keeping.recall(telegram);
  if (extra !== undefined) {
    const { ahead, read, log, tour: begun, training } = extraSchema.parse(extra);
    earlierTraining = training;
    roomLog = roomLogOf(telegram, clock.now, log);
    clock.forward(ahead);
    reading = readingOf(read);
    tour = tourFrom(begun);
  }
  for (const kind of ["message", "edit", "delete", "press", "answer", "reaction"] as const) {
    telegram.on(kind, keeping.changed);
  }

  const code = newId(24);
  const inner: Config = {
    ...config,
    telegram: { kind: "telegram", token, apiRoot: telegram.url },
    intake: { kind: "polling" },
    database: config.database.kind === "url" ? config.database : { kind: "embedded", dir: folder },
    dataDir: folder,
    setupCode: code,
  };
  let page: Page | undefined;
  const app: App = await startApp(inner, {
    ...given,
    clock: clock.now,
    tell: () => {},
    purpose: "playground",
    route: (request, response) => (page?.route ?? preparing)(request, response),
  }).catch(async (error: unknown) => {
    await telegram.close();
    throw error;
  });
  const { database } = app.materials;
  const run: RunAt = (at, decide) => transactions({ ...app.materials, clock: () => at }).run(decide);

  const hasSamples = async () =>
    (await database.prisma.case.findFirst({ where: { code: { startsWith: "CONTOH" } } })) !== null;

  const language = () => localeOf(telegram.people()[0]?.user.language_code ?? given.language);

  async function begin(languageCode: Locale): Promise<void> {
    const accounts = new Map(
      staff.people.map(({ key, firstName }) => [key, telegram.person({ firstName, languageCode })]),
    );
    const ids = new Map([...accounts].map(([key, person]) => [key, person.id]));
    await foundSample(run, clock.now(), staff, ids, code);
    for (const person of accounts.values()) await toldInOwnLanguage(person);
    if (!silent) for (const person of accounts.values()) person.opens();
    keeping.changed();
  }
  if ((await database.prisma.organization.count()) === 0) {
    telegram.forget();
    await begin(language());
  } else if (telegram.people().length === 0) {
    // The chats are gone, the records are not. Ids of people are given in order, so the bot knows these people.
    const languageCode = language();
    for (const { firstName } of staff.people) telegram.person({ firstName, languageCode }).opens();
  }

  if (config.room !== undefined) {
    room = trainingRoomOf({
      at: config.room,
      telegram,
      clock,
      random,
      run,
      staffNames: staff.people.map(({ name }) => name),
      log: given.log,
      earlier: earlierTraining,
    });
  }
  page = servePage({
    telegram,
    clock,
    reading,
    log: roomLog,
    tour,
    ...(room === undefined ? {} : { training: room.training }),
    assets: given.assets ?? bundledPage,
    changed: keeping.changed,
    app: {
      zone: staff.zone,
      dataDir: folder,
      roles: async () => {
        const members = await database.prisma.member.findMany({ where: { suspendedAt: null } });
        return new Map(members.map((member) => [Number(member.accountId), member.roles]));
      },
      enrol: (person, as) => enrolAs(person, as, staff),
      filled: hasSamples,
      fill,
      clean: () => clean(language()),
      language,
      speak: async (wanted) => {
        if (wanted === language() || !(await isUntouched())) return false;
        await clean(wanted);
        return true;
      },
      stepsDone: (progress) => stepsDone({ ...app.materials, telegram }, progress),
      wake: app.wake,
    },
  });
  const entrance = await room?.open(page).catch(async (error: unknown) => {
    await app.stop();
    await telegram.close();
    throw error;
  });
  tell(
    `Playground: http://localhost:${app.port} · real: the bot, its database and conversations · ` +
      `played by this machine: Telegram, its people and the time · data: ${folder}`,
  );
  if (entrance !== undefined) {
    const where = entrance.addresses.join(" or ") || "no network yet";
    tell(`Training: learners open ${where} and enter the code ${entrance.code} · made-up data only`);
  }

  async function fill(progress: (done: number, of: number) => void): Promise<void> {
    if (await hasSamples()) return;
    const account = (key: string) => named(firstNames.get(key) ?? key).id;
    const stories = await readStories(
      fileURLToPath(new URL(`../../locales/${language()}/samples`, import.meta.url)),
    );
    const consent = telegram.earlierPhoto(await readFile(join(samples, "izin-data.jpg")));
    const proof = {
      kind: "photo",
      fileId: consent.fileId,
      mime: "image/jpeg",
      size: consent.size,
      name: null,
      caption: null,
    } as const;
    await inOneTransaction(app.materials, (runAt) =>
      fillCases({
        run: runAt,
        now: clock.now(),
        zone: staff.zone,
        stories,
        workers: [account("worker"), account("second")],
        supervisor: account("supervisor"),
        seed,
        proof,
        progress,
      }),
    );
    app.wake();
  }

  function named(firstName: string): Person {
    const known = telegram.people().find(({ user }) => user.first_name === firstName);
    return known ?? telegram.person({ firstName, languageCode: language() });
  }

  async function clean(languageCode: Locale): Promise<void> {
    await emptyDatabase(database);
    await rm(join(folder, "attachments"), { recursive: true, force: true });
    telegram.forget();
    reading.forget();
    roomLog.forget();
    tour.forget();
    room?.forget();
    earlierTraining = undefined;
    clock.reset();
    await prepareSetup(database.prisma, code, () => code);
    await begin(languageCode);
  }

  /** Nobody did anything yet: the people who were there from the start sent their first /start, which was done for them. */
  async function isUntouched(): Promise<boolean> {
    const people = telegram.people();
    const happened = people.flatMap(({ conversation }) => conversation.history);
    return (
      people.length === staff.people.length &&
      clock.ahead() === 0 &&
      !happened.some(
        (one) =>
          one.kind === "press" || (one.kind === "message" && !one.isFromBot && one.message.text !== "/start"),
      ) &&
      (await database.prisma.case.count()) === 0
    );
  }

  /** What the bot writes unasked is in the language that was chosen with /bahasa: who begins in English has chosen it. */
  async function toldInOwnLanguage({ id, user }: Person): Promise<void> {
    const locale = localeOf(user.language_code);
    if (locale !== "id") await actingAs(run, clock.now(), id, (work) => chooseLocale(work, locale));
  }

  async function enrolAs(person: Person, role: "worker" | "supervisor" | "admin", { people }: Staff) {
    const admin = people.find((one) => one.roles.includes("admin"));
    const members = await database.prisma.member.findMany({ orderBy: { createdAt: "asc" } });
    const account = (wanted: "admin" | "supervisor") =>
      members.find((member) => member.roles.includes(wanted) && member.suspendedAt === null);
    if (admin === undefined) return;
    await enrol(run, clock.now(), Number(account("admin")?.accountId), person.id, {
      name: person.user.first_name,
      roles: [role],
      supervisorId: role === "worker" ? (account("supervisor")?.id ?? null) : null,
    });
    await toldInOwnLanguage(person);
    if (!silent) person.opens();
  }

  return {
    ...app,
    telegram,
    clock,
    /** Where learners come in; undefined where the room is not open to them. */
    entrance,
    /** Lets somebody in: a stranger, or as what they are to be in the sample organisation. */
    add: async ({ language, ...somebody }: RoomPerson, as: Beginning) => {
      const person = telegram.person({ ...somebody, languageCode: language });
      if (as !== "stranger") await enrolAs(person, as, staff);
    },
    /** Fills the sample organisation with made-up cases. */
    fill: () => fill(() => {}),
    async stop() {
      await room?.close();
      page?.close();
      await app.stop();
      await telegram.close();
      keeping.close();
    },
  };
}
