/** Made-up papers: what an institution's template is tried with, and what its preview shows. */
import {
  type Paper,
  type PaperBlock,
  type PaperLine,
  type PaperPart,
  paperJson,
  scannable,
} from "../../documents/paper.js";
import type { TemplatedKind } from "../../practice/paperTemplates.js";
import { pageWords } from "../telegram/pageWords.js";
import type { Wording } from "../telegram/wording.js";

/** Papers in the form of a letter, as `templateOf` has them. */
const letters: readonly TemplatedKind[] = ["referral", "social", "breach-subject", "breach-authority"];

/** The blank a paper leaves to be filled in by hand. */
const blank = "……………………";

/**
 * The JSON of two papers of a kind: one that has everything such a paper can have, and one that has almost nothing, a draft
 * without parts, signatures and address. A template has to set both.
 */
export function samplesOf(
  say: Wording,
  kind: TemplatedKind,
  institution: Paper["institution"],
): readonly [string, string] {
  const link = "https://t.me/contoh_bot?start=v_AAAAAAAAAAAAAAAAAAAAAA";
  const check = { picture: scannable(link), link, words: say.plain("paper-check") };
  const full = fullPaper(say, kind, institution);
  const bare: Paper = {
    ...full,
    draft: true,
    institution: { name: institution.name, address: null, contacts: null },
    facts: [],
    parts: [],
    signatures: [],
    below: [],
    copies: [],
  };
  return [paperJson(full, { check, copy: say.plain("paper-copy", { number: 1 }) }), paperJson(bare)];
}

function fullPaper(say: Wording, kind: TemplatedKind, institution: Paper["institution"]): Paper {
  const isLetter = letters.includes(kind);
  const code = "K-2026-0001";
  return {
    kind,
    language: say.locale,
    title: say.plain(`paper-${kind}`),
    code,
    draft: false,
    institution,
    words: pageWords(say),
    facts: isLetter ? letterFacts(say, kind) : reportFacts(say, kind, code),
    parts: partsOf(say, kind, institution.name, code),
    date: say.plain("sample-date"),
    signatures: [
      { role: say.plain("paper-signs-client"), name: "", note: say.plain("sample-client") },
      { role: say.plain("paper-signs-worker"), name: say.plain("sample-worker"), note: "" },
      { role: say.plain("paper-signs-supervisor"), name: say.plain("sample-supervisor"), note: "" },
    ],
    below: isLetter ? [receipt(say)] : [],
    copies: isLetter ? [say.plain("sample-copy"), say.plain("paper-copies-archive")] : [],
  };
}

function letterFacts(say: Wording, kind: TemplatedKind): readonly PaperLine[] {
  return [
    { key: "number", label: say.plain("paper-number"), text: "001/LKS/XI/2026" },
    { key: "nature", label: say.plain("paper-nature"), text: say.plain("paper-nature-secret") },
    { key: "enclosed", label: say.plain("paper-enclosed"), text: "–" },
    { key: "subject", label: say.plain("paper-subject"), text: say.plain(`paper-${kind}`) },
    { key: "addressee", label: say.plain("paper-addressee"), text: say.plain("sample-addressee") },
  ];
}

function reportFacts(say: Wording, kind: TemplatedKind, code: string): readonly PaperLine[] {
  const number = { key: "number", label: say.plain("paper-number"), text: "001/LKS/XI/2026" };
  const client = { key: "client", label: say.plain("paper-client"), text: say.plain("sample-client") };
  return [
    ...(kind === "contract" || kind === "termination" ? [number] : []),
    { key: "code", label: say.plain("paper-code"), text: code },
    ...(kind === "consent" || kind === "contract" ? [client] : []),
    { key: "worker", label: say.plain("paper-worker"), text: say.plain("sample-worker") },
  ];
}

function partsOf(say: Wording, kind: TemplatedKind, institution: string, code: string): readonly PaperPart[] {
  const text = (words: string): readonly PaperBlock[] => [{ kind: "text", text: words }];
  const list = (...items: readonly string[]): readonly PaperBlock[] => [{ kind: "list", items }];
  switch (kind) {
    case "contract":
      return [
        { key: "opening", title: "", blocks: text(say.plain("paper-contract-opening")) },
        { key: "aim", title: say.plain("paper-contract-aim"), blocks: text(say.plain("sample-aim")) },
        { key: "until", title: say.plain("paper-contract-until"), blocks: text(say.plain("sample-until")) },
        {
          key: "worker-duties",
          title: say.plain("paper-contract-worker"),
          blocks: list(say.plain("sample-worker-duty"), say.plain("sample-worker-duty-more")),
        },
        {
          key: "client-duties",
          title: say.plain("paper-contract-client"),
          blocks: list(say.plain("sample-client-duty")),
        },
        { key: "terms", title: say.plain("paper-contract-terms"), blocks: text(say.plain("sample-terms")) },
        {
          key: "rights",
          title: say.plain("paper-rights"),
          blocks: list(say.plain("paper-right-stop"), say.plain("paper-right-complain")),
        },
      ];
    case "referral":
      return [
        { key: "opening", title: "", blocks: text(say.plain("paper-referral-opening", { code })) },
        {
          key: "reason",
          title: say.plain("paper-referral-reason"),
          blocks: text(say.plain("sample-reason")),
        },
        { key: "shared", title: say.plain("sample-shared"), blocks: [answers(say)] },
        { key: "closing", title: "", blocks: text(say.plain("paper-referral-closing")) },
      ];
    default:
      return [
        { title: "", blocks: text(say.plain("sample-opening", { institution })) },
        { title: say.plain("sample-part-answers"), blocks: [answers(say)] },
        {
          title: say.plain("sample-part-list"),
          blocks: list(say.plain("sample-aim"), say.plain("sample-terms")),
        },
        { title: say.plain("sample-part-items"), blocks: [item(say), table(say)] },
        { title: say.plain("sample-part-goals"), blocks: [goal(say)] },
        { title: say.plain("paper-drawings"), blocks: [picture(say)] },
      ];
  }
}

function answers(say: Wording): PaperBlock {
  return {
    kind: "answers",
    lines: [
      { label: say.plain("paper-client"), text: say.plain("sample-client") },
      { label: say.plain("sample-label"), text: say.plain("sample-long") },
    ],
  };
}

function item(say: Wording): PaperBlock {
  return {
    kind: "item",
    list: "members",
    title: say.plain("sample-item"),
    lines: [{ label: say.plain("sample-label"), text: say.plain("sample-aim") }],
  };
}

function table(say: Wording): PaperBlock {
  return {
    kind: "table",
    caption: say.plain("sample-table"),
    head: [say.plain("paper-problem"), "U", "S", "G"],
    columns: ["wide", "auto", "auto", "auto"],
    rows: [
      [say.plain("sample-aim"), "5", "4", "3"],
      [say.plain("sample-reason"), "3", "4", "2"],
    ],
  };
}

function goal(say: Wording): PaperBlock {
  return {
    kind: "goal",
    title: say.plain("sample-goal"),
    lines: [{ label: say.plain("sample-label"), text: say.plain("sample-aim") }],
    head: [say.plain("paper-score"), say.plain("paper-level")],
    levels: ["+2", "+1", "0", "−1", "−2"].map((score) => ({
      score,
      text: say.plain("sample-level", { score }),
    })),
  };
}

function picture(say: Wording): PaperBlock {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="90">' +
    '<rect x="10" y="20" width="50" height="50" fill="none" stroke="#000" stroke-width="2"/>' +
    '<circle cx="205" cy="45" r="25" fill="none" stroke="#000" stroke-width="2"/>' +
    '<path d="M60 45H180" stroke="#000" stroke-width="2"/></svg>';
  return {
    kind: "picture",
    svg,
    width: 240,
    height: 90,
    caption: say.plain("paper-genogram"),
    words: say.plain("sample-picture"),
  };
}

function receipt(say: Wording): PaperPart {
  const labels = [
    say.plain("paper-receipt-name"),
    say.plain("paper-receipt-position"),
    say.plain("paper-receipt-date"),
    say.plain("paper-receipt-signature"),
  ];
  return {
    title: say.plain("paper-receipt"),
    blocks: [{ kind: "answers", lines: labels.map((label) => ({ label, text: blank })) }],
  };
}
