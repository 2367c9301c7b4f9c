/**
 * Measures the guidance on the project's own questions: `npm run eval:guidance -- [--final] [--laws DIR] [--show]`.
 *
 * Without `--final`, the two thirds that may be looked at; with it, the third kept for the final figure. `--laws` measures the
 * search in documents too, over the law texts in DIR. `--show` lists every question that went wrong.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { ask } from "../src/guidance/ask.js";
import { type Guidance, openGuidance } from "../src/guidance/guidance.js";
import { PassageIndex } from "../src/guidance/passageIndex.js";
import { type Passage, passagesOf } from "../src/guidance/passages.js";
import { confusions, type Outcome, quantile, table } from "./guidance/figures.js";

const slugs = z.union([z.string().transform((one) => [one]), z.array(z.string())]).default([]);
const questionSet = z.array(
  z.object({
    q: z.string(),
    topic: z.string().nullable(),
    also: slugs,
    style: z.string(),
    final: z.boolean(),
  }),
);
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
const final = process.argv.includes("--final");
const show = process.argv.includes("--show");
const laws = process.argv[process.argv.indexOf("--laws") + 1];
const guidance = openGuidance("locales", "src/generated/guidance.bin");

for (const file of ["questions.yaml", "questions.en.yaml"]) {
  const set = questionSet.parse(parse(readFileSync(join(folder, file), "utf8")));
  const chosen = set.filter((question) => question.final === final);
  const times: number[] = [];
  const outcomes = chosen.map((question) => outcomeOf(guidance, question, times));
  const ours = outcomes.filter(({ topic }) => topic !== undefined);
  const others = outcomes.filter(({ topic }) => topic === undefined);
  const share = (kind: Outcome["kind"]) =>
    (others.filter((outcome) => outcome.kind === kind).length / Math.max(1, others.length)).toFixed(3);
  console.log(`\n${file}, ${final ? "the final third" : "two thirds"}\n`);
  console.log(table(ours, ({ style }) => style));
  console.log(`\n${table(ours, ({ group }) => group)}`);
  console.log(
    `\noutside: ${others.length} questions, false answers ${share("answer")}, asked back ${share("unsure")}, refused ${share("outside")}`,
  );
  console.log(
    `latency: p50 ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms`,
  );
  console.log(`confusions: ${confusions(ours, final ? 0 : 12).join(", ")}`);
  if (!show || final) continue;
  for (const { question, topic, first, rank, kind, style } of ours) {
    if (rank !== 1 || kind === "outside")
      console.log(`  [${style}] ${question}\n      ${topic}: rank ${rank}, ${kind}, first ${first}`);
  }
  for (const { question, first, kind } of others)
    if (kind === "answer") console.log(`  [outside] ${question}\n      ${first}`);
}
if (process.argv.includes("--laws") && laws !== undefined) measureDocuments(laws);

function outcomeOf(
  { library }: Guidance,
  question: z.infer<typeof questionSet>[number],
  times: number[],
): Outcome {
  const start = performance.now();
  const answer = ask(guidance, question.q, { limit: library.id.size });
  times.push(performance.now() - start);
  // A refusal has no hits to show; where the topic would have stood is measured all the same.
  const hits = answer.kind === "outside" ? [] : answer.hits;
  const right = question.topic === null ? [] : [question.topic, ...question.also];
  return {
    question: question.q,
    topic: question.topic ?? undefined,
    group: question.topic === null ? "outside" : (library.id.get(question.topic)?.group ?? "unknown topic"),
    style: question.style,
    rank: hits.findIndex(({ topic }) => right.includes(topic)) + 1,
    kind: answer.kind,
    first: hits[0]?.topic,
  };
}

function measureDocuments(dir: string): void {
  const set = documentSet.parse(parse(readFileSync(join(folder, "documents.yaml"), "utf8")));
  const named = new Set(set.map(({ file }) => file));
  const passages: Passage[] = readdirSync(dir)
    .filter((file) => named.has(file))
    .flatMap((file) => passagesOf(readFileSync(join(dir, file), "utf8"), file));
  const index = new PassageIndex(guidance);
  passages.forEach((passage, at) => {
    index.add(String(at), passage);
  });
  let first = 0;
  let three = 0;
  const times: number[] = [];
  for (const { q, file, pasal, also } of set) {
    const start = performance.now();
    const found = index.search(q, 10);
    times.push(performance.now() - start);
    const places = found.map(({ id }) => `${passages[Number(id)]?.file} ${passages[Number(id)]?.place}`);
    const right = new Set([pasal, ...also].map((number) => `${file} Pasal ${number}`));
    const rank = [...new Set(places)].findIndex((place) => right.has(place)) + 1;
    if (rank === 1) first += 1;
    if (rank >= 1 && rank <= 3) three += 1;
    else if (show)
      console.log(
        `  [document] ${q}\n      ${file} ${pasal}: rank ${rank}, first ${places.slice(0, 3).join(", ")}`,
      );
  }
  console.log(`\ndocuments: ${set.length} questions over ${passages.length} passages`);
  console.log(
    `Hit@1 ${(first / set.length).toFixed(3)}  Hit@3 ${(three / set.length).toFixed(3)}  p50 ${quantile(times, 0.5).toFixed(2)} ms  p99 ${quantile(times, 0.99).toFixed(2)} ms`,
  );
}
