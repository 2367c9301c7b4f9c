import type { PaperBlock, TableBlock } from "../../documents/paper.js";
import { functioning } from "../../practice/forms/functioning.js";
import { tScore } from "../../practice/gas.js";
import { caseFor } from "../../records/case/case.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { baselineOf, rankedProblems } from "../form/measures.js";
import type { Ctx } from "../telegram/context.js";

/** The problems of a plan by their weight (USG), as a table; undefined before they are weighed. */
export async function rankingTable(ctx: Ctx, round: OpenRound): Promise<TableBlock | undefined> {
  const { say } = ctx;
  const problems = await rankedProblems(ctx.work, round);
  if (problems.length === 0) return undefined;
  return {
    kind: "table",
    caption: say.plain("paper-ranking"),
    head: ["", say.plain("paper-problem"), "U", "S", "G", say.plain("paper-sum")],
    columns: ["auto", "wide", "auto", "auto", "auto", "auto"],
    rows: problems.map(({ rank, label, urgency, seriousness, growth, total, safetyRisk }) => [
      String(rank),
      safetyRisk ? say.plain("paper-problem-safety", { problem: label }) : label,
      ...[urgency, seriousness, growth, total].map(String),
    ]),
  };
}

/** Attainment as one score, and social functioning before and now. */
export async function outcomeBlocks(ctx: Ctx, round: OpenRound): Promise<readonly PaperBlock[]> {
  const { say } = ctx;
  const subject = await caseFor(ctx.work, round.case.id, "read");
  const before = baselineOf(subject, round);
  const rows = functioning.flatMap(({ key }) => {
    const [was, is] = [before?.get(key), round.answers.get(key)];
    if (typeof was !== "number" || typeof is !== "number") return [];
    return [[say.form.label("assessment", key), String(was), String(is)]];
  });
  const levels = [...round.answers].flatMap(([path, level]) =>
    /^attainment\.\d+\.level$/.test(path) && typeof level === "number" ? [{ level }] : [],
  );
  const score = tScore(levels);
  return [
    ...(score === undefined
      ? []
      : [{ kind: "text", text: say.plain("paper-t-score", { score: Math.round(score) }) } as const]),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: "table",
            caption: say.plain("paper-functioning"),
            head: ["", say.plain("paper-before"), say.plain("paper-now")],
            columns: ["wide", "auto", "auto"],
            rows,
          } as const,
        ]),
  ];
}
