/** Sends updates that nobody sends to a running bot, and looks whether it stands. */
import { type Cast, type FuzzedApp, newCast } from "./cast.js";
import { type FuzzedUpdate, firstUpdateId, pressId, updateAt } from "./updates.js";

/** Which updates: those of a seed, from a number on. */
export type FuzzOptions = { readonly seed: number; readonly from?: number; readonly count: number };

/** Something that went wrong, and the updates that may have done it: one, where it can be told. */
export type Failure = { readonly what: string; readonly updates: readonly FuzzedUpdate[] };

/** What a run has shown. */
export type FuzzReport = {
  /** How many updates of each kind. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
  /** How many messages went to Telegram, and the most that one chat was answered by for each update of its own. */
  readonly messages: number;
  readonly mostReplies: number;
};

/** Updates that are on their way together: few for each person, who then presses what was just drawn. */
const atOnce = 24;
/** After so many updates others take the place of the cast: by then half of them have left, or lost their cases. */
const longestAct = 1_500;
/** More replies for one update than this, in the mean of a chat, are a loop. A long answer is several messages. */
const mostReplies = 12;
/** How long (ms) a bot may take for updates that are on their way together: the tries of a failing one take 15 s. */
const patience = 60_000;
/** What the emulator remembers of a chat. */
const remembered = 60;

/** Sends so many updates to a bot. `progress` is told how many are through, and what failed since it was told last. */
export async function fuzz(
  app: FuzzedApp,
  { seed, from = 0, count }: FuzzOptions,
  progress: (done: number, failures: readonly Failure[]) => void = () => {},
): Promise<FuzzReport> {
  const kinds = new Map<string, number>();
  const failures: Failure[] = [];
  let [messages, most] = [0, 0];
  for (let begin = from; begin < from + count; begin += longestAct) {
    const cast = await newCast(app);
    const end = Math.min(begin + longestAct, from + count);
    for (let at = begin; at < end; at += atOnce) {
      const updates = Array.from({ length: Math.min(atOnce, end - at) }, (_, n) =>
        updateAt(seed, at + n, cast),
      );
      for (const { kind } of updates) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const seen = await round(app, updates);
      failures.push(...seen.failures);
      messages += seen.messages;
      most = Math.max(most, seen.mostReplies);
      forget(cast);
      progress(at + updates.length - from, seen.failures);
    }
    const left = await afterAct(app, cast);
    failures.push(...left);
    progress(end - from, left);
  }
  return { kinds, failures, messages, mostReplies: most };
}

/** Sends some updates together, and looks at what came of them once the bot is at rest. */
async function round(app: FuzzedApp, updates: readonly FuzzedUpdate[]) {
  const failures: Failure[] = [];
  const [last] = await app.rows<{ seq: string }>(`SELECT coalesce(max("seq"), 0) AS "seq" FROM "Message"`);
  const from = last?.seq ?? "0";
  for (const update of updates) expectsAnswer(update);
  await app.receives(updates.map(({ update }) => update));
  if (!(await isAtRest(app))) failures.push({ what: "the bot does not come to rest", updates });

  for (const { id, attempts, status, error } of await unwell(app, updates)) {
    const what = `an update was ${status} after ${attempts} tries: ${error}`;
    failures.push({ what, updates: updates.filter(({ index }) => firstUpdateId + index === Number(id)) });
  }
  const open = new Set(app.telegram.unanswered().map(({ id }) => id));
  for (const update of updates) {
    if (open.has(pressId(update.index)))
      failures.push({ what: "a press was not answered", updates: [update] });
    press(update)?.delete(pressId(update.index));
  }
  const said = await app.rows<Said>(saidSince, [from]);
  let most = 0;
  for (const { chatId, replies, dead } of said) {
    const own = updates.filter(({ conversation }) => conversation.chat.id === Number(chatId));
    most = Math.max(most, replies / Math.max(1, own.length));
    if (replies > mostReplies * Math.max(1, own.length))
      failures.push({ what: `a chat was answered by ${replies} messages`, updates: own });
    if (dead !== null) failures.push({ what: `Telegram refused a message: ${dead}`, updates: own });
  }
  return { failures, messages: said.reduce((sum, { all }) => sum + all, 0), mostReplies: most };
}

type Said = {
  readonly chatId: string | null;
  readonly all: number;
  readonly replies: number;
  readonly dead: string | null;
};

const saidSince = `
  SELECT "chatId", count(*)::int AS "all",
    (count(*) FILTER (WHERE "kind" = 'reply' AND "method" LIKE 'send%'))::int AS "replies",
    string_agg(DISTINCT "method" || ' ' || "error", '; ') FILTER (WHERE "status" = 'dead') AS "dead"
  FROM "Message" WHERE "seq" > $1 GROUP BY "chatId"`;

/** The emulator waits for the answer to a press, as a phone does. */
function expectsAnswer(update: FuzzedUpdate): void {
  const { user, conversation, index } = update;
  const id = pressId(index);
  press(update)?.set(id, {
    id,
    user,
    conversation,
    button: "",
    at: Number.POSITIVE_INFINITY,
    answered: undefined,
  });
}

/** The presses of the bot that an update is to be answered by; undefined where it is no press. */
function press({ update, conversation }: FuzzedUpdate) {
  return update.callback_query === undefined ? undefined : conversation.bots[0]?.presses;
}

/** Updates that were not handled at the first try. */
async function unwell(app: FuzzedApp, updates: readonly FuzzedUpdate[]) {
  type Row = { id: string; attempts: number; status: string; error: string | null };
  const ids = updates.map(({ index }) => firstUpdateId + index);
  return app.rows<Row>(
    `SELECT "updateId" AS "id", "attempts", "status", "error" FROM "Update"
     WHERE "updateId" = ANY($1) AND ("attempts" <> 1 OR "status" <> 'done')`,
    [ids],
  );
}

/** Whether everything that came in was handled and answered in time. Notices go out at Telegram's pace. */
async function isAtRest(app: FuzzedApp): Promise<boolean> {
  const open = `SELECT (SELECT count(*) FROM "Update" WHERE "status" = 'pending')
    + (SELECT count(*) FROM "Message" WHERE "kind" = 'reply' AND "status" IN ('waiting', 'sending')
      AND NOT ("method" = 'deleteMessage' AND "lane" IS NULL)) AS "n"`;
  const end = performance.now() + patience;
  while (performance.now() < end) {
    const [row] = await app.rows<{ n: string }>(open);
    if (Number(row?.n) === 0) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}

/** Everybody is still answered, every loop is alive, and nothing was kept of a stranger but that they wrote. */
async function afterAct(app: FuzzedApp, cast: Cast): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const person of new Set(cast.people)) {
    person.looksAway();
    person.sends("/mulai");
    await person.sees(/./).catch(() => {
      failures.push({ what: `${person.user.first_name} is not answered any more`, updates: [] });
    });
  }
  const { status } = (await app.health()) as { readonly status: string };
  if (status !== "ok") failures.push({ what: "the bot says that it is not well", updates: [] });
  for (const table of await tablesAbout(app, cast.stranger.id))
    failures.push({ what: `${table} holds something of a stranger`, updates: [] });
  return failures;
}

/**
 * What may be kept of somebody who belongs nowhere: that they wrote, where they stand, what was said to them, and that a
 * code of theirs was refused, because guesses are counted.
 */
const ofStrangers = ["Account", "Update", "Message", "Dialogue"];

async function tablesAbout(app: FuzzedApp, accountId: number): Promise<string[]> {
  const tables = await app.rows<{ name: string }>(
    `SELECT "tablename" AS "name" FROM pg_tables WHERE "schemaname" = 'public'`,
  );
  const about = tables
    .filter(({ name }) => !ofStrangers.includes(name))
    .map(
      ({ name }) => `SELECT '${name}' AS "name" FROM "${name}" t WHERE to_jsonb(t)::text LIKE $1
      AND to_jsonb(t)->>'action' IS DISTINCT FROM 'code.refused'`,
    );
  const found = await app.rows<{ name: string }>(about.join(" UNION "), [`%${accountId}%`]);
  return found.map(({ name }) => name);
}

/** A long run fits into memory: of each chat the emulator keeps the end. */
function forget({ people, group }: Cast): void {
  for (const { messages, history } of [...people.map(({ conversation }) => conversation), group]) {
    for (const id of [...messages.keys()].slice(0, -remembered)) messages.delete(id);
    history.splice(0, Math.max(0, history.length - remembered));
  }
}
