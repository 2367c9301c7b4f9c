/**
 * Measures the guidance on questions it did not learn from: `npm run eval:guidance -- [--set FILE] [--laws DIR] [--show]`.
 *
 * The questions of `test/guidance`, or those of FILE, in the format of `questions.yaml`. `--laws` measures the search in documents
 * too, over the law texts in DIR. `--show` lists every question that went wrong.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ask } from "../src/guidance/ask.js";
import { openGuidance } from "../src/guidance/guidance.js";
import { PassageIndex } from "../src/guidance/passageIndex.js";
import { type Passage, passagesOf } from "../src/guidance/passages.js";
import { segmentsOf } from "../src/guidance/readDocument.js";
import { openSegment } from "../src/guidance/segment.js";
import { severalQuestions } from "../src/guidance/several.js";
import { smallTalkOf } from "../src/guidance/smallTalk.js";
import { confusions, quantile, table } from "./guidance/figures.js";
import { endedOf, endingsTable, isUnderstood, share, shownShare } from "./guidance/outcomes.js";
import { loadFollowUps, loadQuestions, loadSeveral, loadSmallTalk } from "./guidance/questionSets.js";

const pasal = z.union([z.number(), z.string()]).transform(String);
const documentSet = z.array(
  z.object({
    q: z.string(),
    file: z.string(),
    pasal,
    also: z.union([pasal.transform((one) => [one]), z.array(pasal)]).default([]),
    final: z.boolean().optional(),
  }),
);

const folder = "test/guidance";
const cache = "node_modules/.cache/pendamping/guidance.model";
const show = process.argv.includes("--show");
const laws = optionOf("--laws");
const set = optionOf("--set");
openGuidance("locales", cache);
global.gc?.();
const memoryBefore = process.memoryUsage();
const started = process.cpuUsage();
const guidance = openGuidance("locales", cache);
const { user, system } = process.cpuUsage(started);
const opened = (user + system) / 1000;
global.gc?.();
const memory = process.memoryUsage();

console.log(set ?? folder);
const all = loadQuestions(set).map((question) => endedOf(guidance, question));
const ours = all.filter(({ question }) => question.expected === "topic");
for (const [name, some] of [
  ["questions with an entry", ours],
  ["of these Indonesian", ours.filter(({ question }) => !question.set.endsWith(".en"))],
  ["of these English", ours.filter(({ question }) => question.set.endsWith(".en"))],
] as const) {
  console.log(`\n${name}: ${some.length}, the right answer shown ${shownShare(some).toFixed(3)}`);
  console.log(endingsTable(some));
}
for (const [name, expected] of [
  ["of the field, without an entry", "field"],
  ["outside of the field", "outside"],
] as const) {
  const some = all.filter(({ question }) => question.expected === expected);
  console.log(`\n${name}: ${some.length}`);
  console.log(endingsTable(some));
}
const outcomes = ours.map(({ outcome }) => outcome);
console.log(`\n${table(outcomes, ({ style }) => style)}`);
console.log(`\n${table(outcomes, ({ group }) => group)}`);
console.log(`\nconfusions: ${confusions(outcomes, show ? 12 : 0).join(", ")}`);

const after = loadFollowUps();
const understood = after.filter((one) => isUnderstood(guidance, one));
console.log(
  `\nfollow-ups understood: ${understood.length} of ${after.length}, ${share(understood.length, after.length)}`,
);
const talk = loadSmallTalk();
const heard = talk.filter(
  ({ text, kind }) => (smallTalkOf(guidance.material.smallTalk, text) ?? "none") === kind,
);
console.log(
  `small talk told from questions: ${heard.length} of ${talk.length}, ${share(heard.length, talk.length)}`,
);
const several = loadSeveral();
const cut = several.filter(({ q, topics }) => (severalQuestions(q)?.length ?? 1) === topics.length);
console.log(`messages of several questions taken apart: ${cut.length} of ${several.length}`);
const names = namesOf();
const answered = names.filter(([name, topic]) => isNamed(name, topic));
console.log(`names that answer at once: ${answered.length} of ${names.length}`);
const times = all.map(({ took }) => took);
console.log(
  `a question, in time of the processor: p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`,
);
const megabytes = (bytes: number) => (bytes / 1_048_576).toFixed(1);
const held = memory.heapUsed + memory.arrayBuffers - memoryBefore.heapUsed - memoryBefore.arrayBuffers;
console.log(
  `opened in ${Math.round(opened)} ms of the processor, ${megabytes(statSync(cache).size)} MB kept, ${megabytes(held)} MB in memory${global.gc === undefined ? " (with what is not swept yet; --expose-gc sweeps)" : ""}`,
);
if (show) showWrong();
measurePassages();
if (laws !== undefined) measureDocuments(laws);

/** What follows an option on the command line. */
function optionOf(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function showWrong(): void {
  for (const { question, ending, outcome } of all) {
    const isRight =
      ending === "answered right" ||
      ending === "asked, right among three" ||
      (question.expected !== "topic" && ending.startsWith("told"));
    if (isRight) continue;
    const { first, rank } = outcome;
    const wanted = question.topics[0] ?? question.expected;
    console.log(
      `  [${question.set} ${question.style}] ${question.text}\n      ${wanted}: ${ending}, rank ${rank}, first ${first}`,
    );
  }
  for (const { before, text, topics, part } of after.filter((one) => !understood.includes(one)))
    console.log(`  [after ${before}] ${text}\n      ${topics.join()} ${part ?? ""}`);
  for (const { text, kind } of talk.filter((one) => !heard.includes(one))) console.log(`  [${kind}] ${text}`);
  for (const { q } of several.filter((one) => !cut.includes(one))) console.log(`  [several] ${q}`);
  for (const [name, topic] of names.filter((one) => !answered.includes(one)))
    console.log(`  [name] ${name}: ${topic}`);
}

/** What an entry is called, and every citation it prints, with its topic. */
function namesOf(): [name: string, topic: string][] {
  const { id, en } = guidance.library;
  return [...id.values(), ...en.values()].flatMap(({ topic, title, keywords, sources }) => [
    ...[topic, title, ...keywords].map((name): [string, string] => [name, topic]),
    ...sources.map(({ work, article }): [string, string] => [`${work} ${article ?? ""}`.trim(), topic]),
  ]);
}

/** Whether a name answers: with an entry of that name, or with a choice of those that have it. */
function isNamed(name: string, topic: string): boolean {
  const answer = ask(guidance, name, { limit: 3 });
  if (answer.kind === "unsure") return answer.named === true;
  return answer.kind === "answer" && (answer.confidence === 1 || answer.hits[0]?.topic === topic);
}

/** What a question costs over ten thousand passages, made of the entries' own sentences. */
function measurePassages(): void {
  const sentences = [...guidance.library.id.values()].flatMap(({ answer, steps, limits }) => [
    answer,
    ...steps,
    limits,
  ]);
  const documents = Array.from({ length: 40 }, (_, number) => ({
    file: `Dokumen ${number}.md`,
    passages: Array.from({ length: 250 }, (_, nth): Passage => {
      const at = number * 250 + nth;
      const text = [0, 1, 2].map((more) => sentences[(at * 7 + more * 131) % sentences.length]).join(" ");
      return { place: `Bagian ${at}`, text };
    }),
  }));
  const [reading, kept] = timed(() =>
    documents.map(({ file, passages }) =>
      [...segmentsOf(guidance.reader, passages, file)].map(({ terms }) => terms),
    ),
  );
  const index = new PassageIndex(guidance);
  const [opening] = timed(() => {
    for (const [at, segments] of kept.entries()) index.set(String(at), segments.map(openSegment));
  });
  const bytes = kept.flat().reduce((sum, { length }) => sum + length, 0);
  const taken = all.slice(0, 200).map(({ question }) => {
    const start = process.cpuUsage();
    ask(guidance, question.text, { limit: 3 });
    index.search(question.text, 3);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  console.log(
    `with ${index.size} passages: p50 ${quantile(taken, 0.5).toFixed(2)} ms, p99 ${quantile(taken, 0.99).toFixed(2)} ms; read once in ${Math.round(reading)} ms, opened in ${opening.toFixed(1)} ms, ${megabytes(bytes)} MB in memory`,
  );
}

/** What something takes of the processor's time (ms), and what comes of it. */
function timed<T>(act: () => T): [took: number, result: T] {
  const start = process.cpuUsage();
  const result = act();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1000, result];
}

function measureDocuments(dir: string): void {
  const set = documentSet.parse(parse(readFileSync(join(folder, "documents.yaml"), "utf8")));
  const named = new Set(set.map(({ file }) => file));
  const index = new PassageIndex(guidance);
  const passages = new Map<string, readonly Passage[]>();
  for (const file of readdirSync(dir).filter((one) => named.has(one))) {
    const read = passagesOf(readFileSync(join(dir, file), "utf8"));
    passages.set(file, read);
    index.set(
      file,
      [...segmentsOf(guidance.reader, read, file)].map(({ terms }) => openSegment(terms)),
    );
  }
  let first = 0;
  let three = 0;
  const times: number[] = [];
  for (const { q, file, pasal, also } of set) {
    const start = performance.now();
    const found = index.search(q, 10);
    times.push(performance.now() - start);
    const places = found.map(({ id, at }) => `${id} ${passages.get(id)?.[at]?.place}`);
    const right = new Set([pasal, ...also].map((number) => `${file} Pasal ${number}`));
    const rank = [...new Set(places)].findIndex((place) => right.has(place)) + 1;
    if (rank === 1) first += 1;
    if (rank >= 1 && rank <= 3) three += 1;
    else if (show)
      console.log(
        `  [document] ${q}\n      ${file} ${pasal}: rank ${rank}, first ${places.slice(0, 3).join(", ")}`,
      );
  }
  console.log(`\ndocuments: ${set.length} questions over ${index.size} passages`);
  console.log(
    `Hit@1 ${(first / set.length).toFixed(3)}  Hit@3 ${(three / set.length).toFixed(3)}  p50 ${quantile(times, 0.5).toFixed(2)} ms  p99 ${quantile(times, 0.99).toFixed(2)} ms`,
  );
}
