import type { FormId, SourceItem, SourceName, Value } from "../practice/form.js";
import { sourceGroups } from "../practice/forms/catalogue.js";
import { currentAnswers, formIdOf } from "./answers.js";
import { parseRules } from "./rules.js";
import type { Sealer } from "./seal.js";
import type { Tx } from "./work.js";

/** What a round inherits: facts its conditions read as `case.<fact>`, and lists its questions go over. */
export type Carried = {
  readonly facts: Readonly<Record<string, Value>>;
  readonly sources: Readonly<Partial<Record<SourceName, readonly SourceItem[]>>>;
};

/**
 * Reads what the case's earlier rounds hand to a round: the newest complete round of each form counts, a draft
 * does not. Kept with the open round; whoever completes a round raises the version of the case's open ones.
 */
export async function carriedFrom(
  tx: Tx,
  sealer: Sealer,
  caseId: string,
  round: { readonly id: string; readonly form: FormId },
): Promise<Carried> {
  const subject = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    include: { organization: { select: { rules: true } }, rounds: { orderBy: { sequence: "asc" } } },
  });
  const newest = new Map<FormId, string>();
  for (const other of subject.rounds) {
    const complete =
      other.status === "approved" || (other.form === "approach" && other.status !== "returned");
    if (complete && other.id !== round.id) newest.set(formIdOf(other.form), other.id);
  }
  const facts: Record<string, Value> = {};
  if (round.form !== "approach") {
    const approach = newest.get("approach");
    const answers = approach === undefined ? undefined : (await currentAnswers(tx, sealer, approach)).answers;
    facts.level = answers?.get("level") ?? "individual";
    facts.legal = answers?.get("legal") ?? [];
  }
  const own = subject.rounds.find((other) => other.id === round.id);
  facts.referralSent = round.form === "referral" && own?.status === "approved";

  const { requirements } = parseRules(subject.organization.rules);
  facts.hasRequirements = requirements.length > 0;
  const sources: Partial<Record<SourceName, readonly SourceItem[]>> = {
    requirements: requirements.map((label) => ({ id: label, label })),
  };
  for (const [name, from] of Object.entries(sourceGroups) as [
    keyof typeof sourceGroups,
    (typeof sourceGroups)[keyof typeof sourceGroups],
  ][]) {
    const source = from.form === round.form ? undefined : newest.get(from.form);
    if (source === undefined) continue;
    const { answers } = await currentAnswers(tx, sealer, source);
    const items: SourceItem[] = [];
    for (let index = 0; ; index += 1) {
      const label = answers.get(`${from.group}.${index}.${from.label}`);
      if (typeof label !== "string") break;
      items.push({ id: `${from.group}.${index}`, label });
    }
    sources[name] = items;
  }
  return { facts, sources };
}
