/** The report on a finished audit: what it found, its evidence with the photos, the plan of improvements, and the score. */

import { photoBounds } from "../../documents/caseFile.js";
import type { Paper, PaperBlock, PaperLine, PaperPart } from "../../documents/paper.js";
import { wantsImprovement } from "../../practice/standards/finding.js";
import type { ComponentKey } from "../../practice/standards/instrument.js";
import { letterheadOf } from "../../records/papers/papers.js";
import { nameOf } from "../../records/people/members.js";
import { currentAccreditation } from "../../records/standards/accreditations.js";
import { auditEvidence, type EvidenceFile, evidenceNames } from "../../records/standards/evidence.js";
import { readContent } from "../../records/standards/improvements.js";
import { type AuditResult, finishedAudits, readResult } from "../../records/standards/results.js";
import { dayOf } from "../telegram/answerText.js";
import type { Ctx } from "../telegram/context.js";
import { letterDate, shortDate } from "../telegram/dates.js";
import { pageWords } from "../telegram/pageWords.js";
import { scoreChartOf } from "./scoreChart.js";
import { dayIn } from "./standardWords.js";

/** The paper, and the stored photos it shows. */
export type AuditReport = { readonly paper: Paper; readonly photos: readonly string[] };

/** What the report is written from. */
type Material = {
  readonly result: AuditResult;
  readonly files: readonly EvidenceFile[];
  /** What documents are called, by the ids of their files. */
  readonly names: ReadonlyMap<string, string>;
};

/** The report on a finished audit, for who audits. Throws `NotAllowed`. */
export async function auditReportOf(ctx: Ctx, auditId: string): Promise<AuditReport> {
  const { say, work } = ctx;
  const result = await readResult(work, auditId);
  const files = await auditEvidence(work, auditId);
  const material = { result, files, names: await evidenceNames(work, auditId) };
  const { instrument, code, finishedById } = result;
  const until = (await finishedAudits(work, instrument.id)).filter(
    ({ finishedAt }) => finishedAt <= result.finishedAt,
  );
  const chart = scoreChartOf(ctx, instrument.id, until, "paper");
  const scores: readonly PaperPart[] =
    chart === undefined
      ? []
      : [
          {
            title: say.plain("standard-paper-scores"),
            blocks: [{ kind: "picture", ...chart.picture, caption: "", words: chart.words }],
          },
        ];
  const paper: Paper = {
    kind: "standard-audit",
    language: say.locale,
    title: say.plain("paper-standard-audit"),
    code,
    draft: false,
    institution: await letterheadOf(work),
    words: { ...pageWords(say), confidential: say.plain("standard-paper-internal") },
    facts: await factsOf(ctx, result),
    parts: [
      {
        title: say.plain("standard-paper-table"),
        blocks: [{ kind: "text", text: say.plain("result-rule") }, tableOf(ctx, material)],
      },
      { title: say.plain("standard-paper-plan"), blocks: [planOf(ctx, result)] },
      ...scores,
      { title: say.plain("standard-paper-evidence"), blocks: evidenceBlocks(ctx, material) },
    ],
    date: letterDate(dayIn(ctx, work.now), say.locale),
    signatures: [
      {
        role: say.plain("standard-paper-signs-auditor"),
        name: await nameOf(work, finishedById ?? ""),
        note: "",
      },
      { role: say.plain("standard-paper-signs-head"), name: "", note: "" },
    ],
    below: [],
    copies: [],
  };
  return {
    paper,
    photos: files
      .filter(isPhoto)
      .slice(0, photoBounds.photos)
      .map(({ id }) => id),
  };
}

async function factsOf(ctx: Ctx, result: AuditResult): Promise<readonly PaperLine[]> {
  const { say, work } = ctx;
  const { instrument, code, startedAt, finishedAt, score } = result;
  const { counts, percent } = score;
  const { met, partly, not } = counts;
  const accreditation = await currentAccreditation(work);
  const day = (at: Date) => letterDate(dayIn(ctx, at), say.locale);
  const span = { from: day(startedAt), to: day(finishedAt) };
  const lines = [
    { label: say.plain("standard-paper-code"), text: code },
    { label: say.plain("standard-paper-instrument"), text: say.plain(`instrument-${instrument.id}`) },
    { label: say.plain("standard-paper-source"), text: say.plain(`instrument-${instrument.id}.source`) },
    { label: say.plain("standard-paper-period"), text: say.plain("standard-paper-span", span) },
    {
      label: say.plain("standard-paper-score"),
      text:
        percent === null
          ? say.plain("standard-paper-no-score")
          : say.plain("standard-paper-percent", { score: percent }),
    },
    {
      label: say.plain("standard-paper-counts"),
      text: say.plain("result-counts", { met, partly, not, none: counts["not-applicable"] }),
    },
  ];
  if (accreditation === undefined) return lines;
  const { grade, expiresOn } = accreditation;
  return [
    ...lines,
    {
      label: say.plain("standard-paper-accreditation"),
      text: say.plain("standard-paper-accredited", { grade, day: dayOf(expiresOn, say) }),
    },
  ];
}

function tableOf({ say }: Ctx, { result, files }: Material): PaperBlock {
  return {
    kind: "table",
    caption: "",
    head: [
      say.plain("standard-paper-number"),
      say.plain("standard-paper-component"),
      say.plain("standard-paper-state"),
      say.plain("standard-paper-shown"),
    ],
    columns: ["auto", "wide", "wide", "auto"],
    rows: result.instrument.components.map(({ key }, index) => {
      const found = result.findings.get(key);
      const content = found === undefined ? undefined : readContent(found);
      const count = files.filter(({ findingId, ofImprovement }) => findingId === found?.id && !ofImprovement);
      const state =
        content === undefined
          ? "–"
          : content.state === "not-applicable"
            ? say.plain("standard-paper-why", { reason: content.reason ?? "–" })
            : say.plain(`state-word-${content.state}`);
      const shown = [
        ...(content?.evidence === undefined ? [] : [say.plain("standard-paper-shown-words")]),
        ...(count.length === 0 ? [] : [say.plain("standard-paper-shown-files", { count: count.length })]),
      ];
      return [
        String(index + 1),
        say.plain(`component-${key}`),
        state,
        shown.length === 0 ? say.plain("standard-paper-shown-none") : shown.join(", "),
      ];
    }),
  };
}

/** What is to be improved, by when, who sees to it, and how it stands on the day of the report. */
function planOf(ctx: Ctx, { instrument, findings }: AuditResult): PaperBlock {
  const { say } = ctx;
  const rows = instrument.components.flatMap(({ key }) => {
    const found = findings.get(key);
    const content = found === undefined ? undefined : readContent(found);
    if (found === undefined || content === undefined || !wantsImprovement(content)) return [];
    const moved = "unreadable" in found.improvement ? undefined : found.improvement.dueOn;
    const dueOn = moved ?? content.dueOn;
    const day = found.endedAt === null ? "" : shortDate(dayIn(ctx, found.endedAt), say.locale);
    return [
      [
        say.plain(`component-${key}`),
        content.missing ?? "–",
        dueOn === undefined ? "–" : shortDate(dueOn, say.locale),
        content.responsible ?? "–",
        found.endedAt === null
          ? say.plain("standard-paper-open")
          : say.plain(`standard-paper-${found.ending ?? "done"}`, { day }),
      ],
    ];
  });
  if (rows.length === 0) return { kind: "text", text: say.plain("standard-paper-plan-none") };
  return {
    kind: "table",
    caption: "",
    head: [
      say.plain("standard-paper-component"),
      say.plain("standard-paper-missing"),
      say.plain("standard-paper-due"),
      say.plain("standard-paper-who"),
      say.plain("standard-paper-became"),
    ],
    columns: ["wide", "wide", "auto", "wide", "auto"],
    rows,
  };
}

/** The evidence component by component: words, documents by name, photos as pictures. */
function evidenceBlocks(ctx: Ctx, material: Material): readonly PaperBlock[] {
  const { say } = ctx;
  const blocks = material.result.instrument.components.flatMap(({ key }) => evidenceFor(ctx, material, key));
  return blocks.length === 0 ? [{ kind: "text", text: say.plain("standard-paper-evidence-none") }] : blocks;
}

function evidenceFor({ say }: Ctx, { result, files, names }: Material, key: ComponentKey): PaperBlock[] {
  const found = result.findings.get(key);
  if (found === undefined) return [];
  const component = say.plain(`component-${key}`);
  const content = readContent(found);
  const made = "unreadable" in found.improvement ? undefined : found.improvement.words;
  const own = files.filter(({ findingId }) => findingId === found.id);
  const lines = [
    ...(content?.evidence === undefined || content.state === "not-applicable" ? [] : [content.evidence]),
    ...own
      .filter((file) => file.kind !== "photo")
      .map(({ id }) => say.plain("standard-paper-document", { name: names.get(id) ?? "–" })),
    ...(made === undefined ? [] : [say.plain("standard-paper-after", { words: made })]),
  ];
  const photos = own.filter(isPhoto).map(({ id }, index) => ({
    file: id,
    caption: say.plain("standard-paper-photo", { number: index + 1, component }),
    words: say.plain("standard-paper-photo-words", { number: index + 1, component }),
  }));
  if (lines.length + photos.length === 0) return [];
  return [
    { kind: "item", list: key, title: component, lines: [] },
    ...(lines.length === 0 ? [] : [{ kind: "list" as const, items: lines }]),
    ...(photos.length === 0
      ? []
      : [{ kind: "photos" as const, photos, missing: say.plain("standard-paper-photo-gone") }]),
  ];
}

function isPhoto({ kind, isStored }: EvidenceFile): boolean {
  return kind === "photo" && isStored;
}
