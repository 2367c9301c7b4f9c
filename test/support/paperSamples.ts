/** Every paper of a made-up case, as its template reads it: for golden pictures, and for measuring. */
import { copyPaper, readCopied } from "../../src/chat/dataRights/copy.js";
import { caseFile, chaptersOf, readCaseFile } from "../../src/chat/papers/caseFile.js";
import { letterContentOf, paperOf } from "../../src/chat/papers/paperOf.js";
import { supervisionPaper } from "../../src/chat/papers/supervisionPaper.js";
import { breachLetterOf } from "../../src/chat/staff/breachLetter.js";
import type { Ctx } from "../../src/chat/telegram/context.js";
import { wordingOf } from "../../src/chat/telegram/wording.js";
import { type Paper, type Print, paperJson, scannable, templateOf } from "../../src/documents/paper.js";
import { breachLetters } from "../../src/practice/breach.js";
import type { FormId } from "../../src/practice/form.js";
import { isNumbered, type PaperKind } from "../../src/practice/papers.js";
import { letterheadOf } from "../../src/records/papers/papers.js";
import type { Work } from "../../src/records/people/work.js";
import { noteSupervision } from "../../src/records/supervision/notes.js";
import { createTexts } from "../../src/texts.js";
import { agreed, begun, type Records, sent } from "./records.js";
import * as story from "./story.js";

/** What a paper is set from, by the name of its kind. */
export type PaperSample = { readonly kind: string; readonly template: string; readonly data: string };

const link = "https://t.me/pendamping_bot?start=v_AAAAAAAAAAAAAAAAAAAAAA";

/** A case told to its end, and all its papers. The organisation "lks" and its members are put there. */
export async function paperSamples(records: Records): Promise<readonly PaperSample[]> {
  await records.organization("lks", {}, "LKS Harapan Kasih");
  await records.member("dedi", ["supervisor"], { name: "Pak Dedi" });
  await records.member("ratna", ["worker"], { supervisorId: "dedi", name: "Bu Ratna" });
  const { caseId } = await begun(records, "ratna");
  const rounds = new Map<FormId, string>();
  const keeps = async (form: FormId, telling: Parameters<typeof sent>[4], approves = false) => {
    const roundId = await sent(records, "ratna", caseId, form, telling);
    rounds.set(form, roundId);
    if (approves) await agreed(records, "dedi", roundId);
  };
  await keeps("approach", story.approach);
  await keeps("assessment", story.assessment);
  await keeps("plan", story.plan, true);
  await keeps("session", story.session);
  await keeps("evaluation", story.evaluation);
  await keeps("referral", story.referral, true);
  const note = await records.as("dedi", (work) =>
    noteSupervision(
      work,
      { caseId },
      { heldOn: "2026-11-24", nextOn: "2026-12-08", points: "Kunjungi lagi bersama kader." },
    ),
  );
  await keeps("termination", story.termination, true);
  await keeps("aftercare", story.aftercare);

  return records.as("ratna", async (work) => {
    const ctx = context(work);
    const samples: PaperSample[] = [];
    const add = (paper: Paper, copy: string | null = null) => samples.push(sampleOf(ctx, paper, copy));
    for (const [form, kinds] of formPapers) {
      const round = await records.rounds.open(work, rounds.get(form) ?? "");
      for (const kind of kinds) {
        const content = await letterContentOf(ctx, records.rounds, round, kind);
        const letter = isNumbered(kind)
          ? { id: "x", number: "058/LKS/XI/2026", day: "2026-11-24" }
          : undefined;
        const head = { letterhead: await letterheadOf(work), content, letter };
        add(
          await paperOf(ctx, records.rounds, round, kind, head),
          letter === undefined ? null : "Salinan ke-1",
        );
      }
    }
    add(await supervisionPaper(ctx, note));
    const file = await readCaseFile(ctx, records.rounds, caseId);
    const chapters = await chaptersOf(ctx, records.rounds, file);
    add(await caseFile(ctx, file, { chapters, photos: file.photos, part: 1, parts: 1 }));
    add(copyPaper(ctx, await readCopied(ctx, records.rounds, caseId)));
    for (const kind of breachLetters) {
      const content = {
        data: "Nama dan alamat",
        since: "24 November 2026",
        how: "Telepon hilang",
        measures: "PIN",
      };
      add(await breachLetterOf(ctx, kind, { code: "B-2026-01", knownAt: work.now, content }));
    }
    return samples;
  });
}

const formPapers: readonly (readonly [FormId, readonly PaperKind[]])[] = [
  ["approach", ["consent", "contract"]],
  ["assessment", ["assessment", "social"]],
  ["plan", ["plan"]],
  ["session", ["session"]],
  ["evaluation", ["evaluation"]],
  ["referral", ["referral"]],
  ["termination", ["termination"]],
  ["aftercare", ["aftercare"]],
];

/** As much of the context of a press as papers need. */
function context(work: Work): Ctx {
  const say = wordingOf(createTexts("locales"), "id");
  return { work, say, locale: "id" } as Ctx;
}

function sampleOf({ say }: Ctx, paper: Paper, copy: string | null): PaperSample {
  const print: Print = { check: { picture: scannable(link), link, words: say.plain("paper-check") }, copy };
  return { kind: paper.kind, template: templateOf(paper.kind), data: paperJson(paper, print) };
}
