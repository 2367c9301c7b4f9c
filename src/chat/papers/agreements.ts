import type { PaperPart, Signature } from "../../documents/paper.js";
import type { Value } from "../../practice/form.js";
import type { OpenRound } from "../../records/case/openRound.js";
import { nameOf } from "../../records/people/members.js";
import type { Ctx } from "../telegram/context.js";
import { informationFor } from "../telegram/informationText.js";
import { answerWords, linesFor, type Worded } from "./blocks.js";

/** The questions of the approach that name the client, one for each level. */
const nameKeys = ["name", "headName", "groupName"] as const;

/** The client's name; undefined before it is known. */
export function writtenClientName(answers: readonly Worded[]): string | undefined {
  return nameKeys.map((key) => answerWords(answers, key)).find((name) => name !== undefined);
}

/**
 * Lembar persetujuan: what was explained and what is agreed to, in plain words. It is printed before anybody is named,
 * so a name that is not known yet is a line to write on.
 */
export async function consentParts(
  ctx: Ctx,
  round: OpenRound,
  answers: readonly Worded[],
  institution: string,
): Promise<readonly PaperPart[]> {
  const { say } = ctx;
  const information = await informationFor(ctx, isOfMany(round) ? "group" : "person");
  const explained = choicesOf(round.answers.get("explained")).filter((one) => one !== "none");
  const set = { set: "explained" };
  return [
    { title: "", blocks: [{ kind: "text", text: say.plain("paper-consent-opening", { institution }) }] },
    {
      title: `${information.title} · ${say.plain("paper-information-version", { version: information.version })}`,
      blocks: [
        {
          kind: "answers",
          lines: information.sections.map(({ title: label, text }) => ({ label, text })),
        },
      ],
    },
    ...(explained.length === 0
      ? []
      : [
          {
            title: say.plain("paper-consent-explained"),
            blocks: [{ kind: "list", items: explained.map((one) => say.form.choice(set, one)) }],
          } satisfies PaperPart,
        ]),
    {
      title: say.plain("paper-consent-agreed"),
      blocks: [
        {
          kind: "list",
          items: [
            say.plain("paper-consent-data", { institution }),
            isOfMany(round)
              ? say.plain("paper-consent-service-group", { institution })
              : say.plain("paper-consent-service", { institution }),
          ],
        },
      ],
    },
    {
      title: say.plain("paper-rights"),
      blocks: [
        {
          kind: "list",
          items: [
            say.plain("paper-right-stop"),
            say.plain("paper-right-see"),
            say.plain("paper-right-complain"),
          ],
        },
      ],
    },
    { title: "", blocks: [{ kind: "answers", lines: linesFor(answers, ["consentPerson", "guardian"]) }] },
  ];
}

/** Kontrak layanan: what for, how long, and what each side does. */
export function contractParts(
  { say }: Ctx,
  round: OpenRound,
  answers: readonly Worded[],
): readonly PaperPart[] {
  const duties = (key: string, set: string) =>
    choicesOf(round.answers.get(key)).map((one) => say.form.choice({ set }, one));
  const text = (key: string) => {
    const words = answerWords(answers, key);
    return words === undefined ? [] : [{ kind: "text", text: words } as const];
  };
  const parts: PaperPart[] = [
    { title: "", blocks: [{ kind: "text", text: say.plain("paper-contract-opening") }], key: "opening" },
    { key: "aim", title: say.plain("paper-contract-aim"), blocks: text("aim") },
    { key: "until", title: say.plain("paper-contract-until"), blocks: text("contractUntil") },
    {
      key: "worker-duties",
      title: say.plain("paper-contract-worker"),
      blocks: [{ kind: "list", items: duties("workerDuties", "worker-duty") }],
    },
    {
      key: "client-duties",
      title: say.plain("paper-contract-client"),
      blocks: [{ kind: "list", items: duties("clientDuties", "client-duty") }],
    },
    { key: "terms", title: say.plain("paper-contract-terms"), blocks: text("contractTerms") },
    {
      key: "rights",
      title: say.plain("paper-rights"),
      blocks: [{ kind: "list", items: [say.plain("paper-right-stop"), say.plain("paper-right-complain")] }],
    },
  ];
  return parts.filter(({ blocks }) =>
    blocks.some((block) => block.kind !== "list" || block.items.length > 0),
  );
}

/** Who signs for the client: for a group or a community its leaders, by name where one declared its agreement. */
export function clientSignature({ say }: Ctx, round: OpenRound, answers: readonly Worded[]): Signature {
  if (!isOfMany(round))
    return { role: say.plain("paper-signs-client"), name: "", note: writtenClientName(answers) ?? "" };
  const note = answerWords(answers, "consentPerson") ?? answerWords(answers, "spokesperson") ?? "";
  return { role: say.plain("paper-signs-representative"), name: "", note };
}

/** Whether the client is a group or a community, as this round or the case has it. */
function isOfMany({ answers, carried }: OpenRound): boolean {
  const level = answers.get("level") ?? carried.facts.level;
  return level === "group" || level === "community";
}

/** Who signs an agreement: the client or who speaks for them, the worker, and a witness where there was one. */
export async function agreementSignatures(
  ctx: Ctx,
  round: OpenRound,
  answers: readonly Worded[],
): Promise<readonly Signature[]> {
  const { say, work } = ctx;
  const witness = answerWords(answers, "consentWitness");
  return [
    clientSignature(ctx, round, answers),
    { role: say.plain("paper-signs-worker"), name: await nameOf(work, round.case.workerId), note: "" },
    ...(witness === undefined ? [] : [{ role: say.plain("paper-signs-witness"), name: witness, note: "" }]),
  ];
}

function choicesOf(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}
