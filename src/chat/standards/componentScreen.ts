/** One component of an audit: what counts as met, how it stands, its evidence, and what is to be improved. */
import { Composer } from "grammy";
import { acceptDate } from "../../practice/inputs/dates.js";
import { acceptText } from "../../practice/inputs/text.js";
import {
  componentStates,
  type Finding,
  type FindingPart,
  findingParts,
  missingParts,
  partAfter,
  wantsImprovement,
} from "../../practice/standards/finding.js";
import type { ComponentKey } from "../../practice/standards/instrument.js";
import { Conflict } from "../../records/people/actor.js";
import { type Audit, chooseState, readAudit, writePart } from "../../records/standards/audits.js";
import {
  auditEvidence,
  type EvidenceFile,
  keepEvidence,
  mostEvidence,
} from "../../records/standards/evidence.js";
import { dayOf } from "../telegram/answerText.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, type EntryPrompt, handleEntry, wantsPress } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";
import { componentTitle, nextRow } from "./auditScreen.js";
import { evidenceButtons } from "./evidenceFiles.js";
import { monthChoices } from "./months.js";
import { dayIn } from "./standardWords.js";

/** The longest words of a part, in characters. */
const longest = 1_000;

/** Which component of which audit. */
type Place = { readonly auditId: string; readonly component: ComponentKey };

/** Judging the components of an audit one by one. */
export function componentFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.auditComponent, (ctx, place) => showComponent(ctx, place, showPage));
  handle(composer, callbacks.judge, async (ctx, { state, ...place }) => {
    const finding = await chooseState(ctx.work, place.auditId, place.component, state);
    await showComponent(ctx, place, showPage);
    const part = partAfter(finding, undefined);
    if (part !== undefined) ctx.onward = entries.finding({ ...place, part, further: true });
  });
  handle(composer, callbacks.changeFinding, async (ctx, { part, ...place }) => {
    await findingAt(ctx, place);
    await ctx.answerCallbackQuery();
    ctx.onward = entries.finding({ ...place, part, further: false });
  });
  return composer;
}

async function showComponent(ctx: Ctx, place: Place, put: typeof showPage | typeof sendNew): Promise<void> {
  const { say, work } = ctx;
  const { auditId, component } = place;
  const audit = await readAudit(work, auditId);
  const { instrument, findings, finishedAt } = audit;
  const found = findings.get(component);
  const files = (await auditEvidence(work, auditId)).filter(({ findingId }) => findingId === found?.id);
  const basis = instrument.components.find(({ key }) => key === component)?.basis;
  const standing = say.plain(`standing-${instrument.standing}`);
  const isOpen = finishedAt === null;
  const text = joinLines(
    [
      joinLines([
        componentTitle(ctx, audit, component),
        basis === undefined
          ? undefined
          : say.html("judging-basis", { basis: `${basis.work} ${basis.article}`, standing }),
      ]),
      say.html(`judging-met-${instrument.standing}`, {
        words: say.plain(`component-${component}.met`),
      }),
      found === undefined
        ? undefined
        : "unreadable" in found.content
          ? say.html("judging-unreadable", { code: found.content.unreadable })
          : findingText(ctx, found.content, files),
    ],
    "\n\n",
  );
  const known = found === undefined || "unreadable" in found.content ? undefined : found.content;
  await put(ctx, text, [
    ...(isOpen ? stateRows(ctx, place) : []),
    ...(isOpen && known !== undefined ? partRows(ctx, place, known) : []),
    ...evidenceButtons(ctx, files),
    isOpen && known !== undefined ? nextRow(ctx, audit) : [],
    [
      {
        text: say.plain("button-audit-components"),
        data: isOpen ? callbacks.audit({ auditId }) : callbacks.auditResult({ auditId }),
      },
    ],
  ]);
}

/** How it stands, with everything that was written of it. */
function findingText(ctx: Ctx, finding: Finding, files: readonly EvidenceFile[]): string {
  const { say } = ctx;
  const needed = missingParts(finding).map((part) => say.plain(`finding-${part}`));
  return joinLines([
    say.html("judging-state", { state: say.plain(`state-${finding.state}`) }),
    ...shownParts(finding).flatMap((part) => {
      const words = finding[part];
      if (words === undefined) return [];
      const shown = part === "dueOn" ? dayOf(words, say) : words;
      return [say.html("judging-part", { part: say.plain(`finding-${part}`), words: shown })];
    }),
    files.length === 0 ? undefined : say.html("judging-files", { count: files.length }),
    needed.length === 0 ? undefined : say.html("judging-missing", { parts: needed.join(", ") }),
  ]);
}

/** The parts that say something of a component that stands so: what another state asks for is kept, and not shown. */
function shownParts(finding: Finding): readonly FindingPart[] {
  return findingParts.filter((part) => {
    if (part === "reason") return finding.state === "not-applicable";
    return part === "evidence" ? finding.state !== "not-applicable" : wantsImprovement(finding);
  });
}

function stateRows({ say }: Ctx, place: Place): Button[][] {
  return layOutButtons(
    componentStates.map((state) => ({
      text: say.plain(`state-${state}`),
      data: callbacks.judge({ ...place, state }),
    })),
    40,
    2,
  );
}

function partRows({ say }: Ctx, place: Place, finding: Finding): Button[][] {
  return layOutButtons(
    shownParts(finding).map((part) => ({
      text: say.plain("button-part", { part: say.plain(`finding-${part}`) }),
      data: callbacks.changeFinding({ ...place, part }),
    })),
    40,
    2,
  );
}

/** What was found of a component. Throws `Conflict` where nothing was, or the audit is finished. */
async function findingAt(
  ctx: Ctx,
  { auditId, component }: Place,
): Promise<{ audit: Audit; id: string; finding: Finding }> {
  const audit = await readAudit(ctx.work, auditId);
  const found = audit.findings.get(component);
  if (audit.finishedAt !== null) throw new Conflict("the audit is finished");
  if (found === undefined || "unreadable" in found.content)
    throw new Conflict("nothing was said of this component");
  return { audit, id: found.id, finding: found.content };
}

/** Answers the question for evidence: there is no more. */
const enough = "enough";
/** Leaves out who sees to it. */
const skipped = "skip";

/** What is asked of a component, part by part. */
export const findingEntries: readonly Entry[] = [
  handleEntry(entries.finding, {
    ask: async (ctx, { part, ...place }) => {
      const { id, finding } = await findingAt(ctx, place);
      const cancel = callbacks.auditComponent({ auditId: place.auditId, component: place.component });
      return part === "evidence"
        ? evidencePrompt(ctx, place, id, finding, cancel)
        : partPrompt(ctx, part, cancel);
    },
    take: async (ctx, answer, { part, further, ...place }) => {
      const { auditId, component } = place;
      const isPressed = answer.kind === "pressed";
      if (isPressed && (answer.value === enough || answer.value === skipped)) {
        const { finding } = await findingAt(ctx, place);
        return goOn(ctx, place, finding, part, further);
      }
      const words = isPressed ? answer.value : answer.text;
      if (part === "dueOn") {
        const read = acceptDate(words, dayIn(ctx, ctx.work.now), "future");
        if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
        const after = await writePart(ctx.work, auditId, component, part, String(read.value));
        return goOn(ctx, place, after, part, further);
      }
      if (isPressed) return wantsPress(ctx);
      const read = acceptText(words, longest, true);
      if (read.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, read) };
      const after = await writePart(ctx.work, auditId, component, part, String(read.value));
      // Photos may follow words.
      if (part === "evidence") return { kind: "next", onward: entries.finding({ ...place, part, further }) };
      return goOn(ctx, place, after, part, further);
    },
    takeFile: async (ctx, file, { part, further, ...place }) => {
      if (part !== "evidence") return { kind: "again", explanation: ctx.say.html(`finding-${part}.ask`) };
      if (file.kind === "voice") return { kind: "again", explanation: ctx.say.html("evidence-kinds") };
      const { id } = await findingAt(ctx, place);
      if (!(await keepEvidence(ctx.work, id, file)))
        return { kind: "again", explanation: ctx.say.html("evidence-too-many", { most: mostEvidence }) };
      return { kind: "next", onward: entries.finding({ ...place, part, further }) };
    },
  }),
];

/** Asks for the next part that was not told of yet; shows the component where there is none. */
async function goOn(
  ctx: Ctx,
  place: Place,
  finding: Finding,
  asked: FindingPart,
  further: boolean,
): Promise<EntryEnd> {
  const next = further ? partAfter(finding, asked) : undefined;
  if (next !== undefined) return { kind: "next", onward: entries.finding({ ...place, part: next, further }) };
  await showComponent(ctx, place, sendNew);
  return { kind: "done" };
}

async function evidencePrompt(
  { say, work }: Ctx,
  { auditId }: Place,
  findingId: string,
  finding: Finding,
  cancel: Button["data"],
): Promise<EntryPrompt> {
  const files = (await auditEvidence(work, auditId)).filter((one) => one.findingId === findingId).length;
  const kept = [
    ...(finding.evidence === undefined ? [] : [say.plain("evidence-words")]),
    ...(files === 0 ? [] : [say.plain("evidence-count", { count: files })]),
  ];
  const isNone = kept.length === 0;
  return {
    text: isNone
      ? say.html("finding-evidence.ask")
      : say.html("finding-evidence-kept", { what: kept.join(", ") }),
    choices: [
      [{ text: say.plain(isNone ? "button-evidence-none" : "button-evidence-enough"), value: enough }],
    ],
    cancel,
  };
}

function partPrompt(ctx: Ctx, part: Exclude<FindingPart, "evidence">, cancel: Button["data"]): EntryPrompt {
  const { say } = ctx;
  const text = say.html(`finding-${part}.ask`);
  if (part === "dueOn") return { text, choices: monthChoices(ctx), cancel };
  if (part === "responsible")
    return { text, choices: [[{ text: say.plain("button-skip"), value: skipped }]], cancel };
  return { text, cancel };
}
