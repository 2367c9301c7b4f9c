import type { FormId, Key } from "../form.js";
import type { Ask } from "../walk.js";

/**
 * Whether a language service may propose the answer to a question, or why it never does: what is dangerous, agreed to,
 * a matter of law or a risk is answered by people alone; who and where somebody is was masked; a decision is the
 * worker's own.
 */
export type ProposalRule =
  | "proposed"
  | "danger"
  | "consent"
  | "legal"
  | "risk"
  | "identity"
  | "decision"
  | "file";

/**
 * Every question of every form, those of a repeated group as `group.key`. A question that is not listed is never
 * proposed; test/practice/assist/proposable.test.ts asks for each.
 */
export const proposalRules: { readonly [form in FormId]: Readonly<Record<Key, ProposalRule>> } = {
  approach: {
    ...all("proposed", "source contactDate level sex headSex size problem aim requirements"),
    ...all("danger", "danger safetyStep"),
    ...all("legal", "legal reportRequestedAt reportRequestedBy letterNumber letterDate violenceReportedAt"),
    ...all("legal", "handover returnedOn handedOverOn ppks"),
    ...all("consent", "guardianState speaksFor explained consentBy dataConsent dataConsentHow consent"),
    ...all("consent", "declinedReason consentHow groupConsentHow consentOn contractUntil workerDuties"),
    ...all("consent", "clientDuties contractTerms signedOn"),
    ...all(
      "identity",
      "referrer birth name guardian guardianPhone headName headBirth members.member groupName",
    ),
    ...all("identity", "spokesperson village district regency phone consentPerson consentWitness"),
    ...all("decision", "eligible ineligible ineligibleReason"),
    ...all("file", "requestLetter dataConsentProof consentProof signedPage"),
  },
  assessment: {
    ...all("proposed", "sources.method sources.date physical psychological familySocial economic"),
    ...all("proposed", "educationWork spiritualCultural family.relation family.sex family.alive family.life"),
    ...all(
      "proposed",
      "family.diedIn family.union family.since family.until familyTies.since familyTies.until",
    ),
    ...all("proposed", "family.livesTogether groupSituation groupHistory actors.part actors.stance"),
    ...all("proposed", "systems.name systems.kind systems.strength systems.direction problems.title"),
    ...all("proposed", "problems.description needs strengths.strength resources"),
    ...all("danger", "danger"),
    ...all("legal", "legalAspect recommendation"),
    ...all("risk", "familyTies.bond problems.safetyRisk risks protectiveFactors"),
    ...all(
      "identity",
      "sources.informant sources.participants family.name family.through family.birth familyTies.who familyTies.with actors.name",
    ),
    ...all("decision", "functioningNeeds functioningRoles functioningCoping conclusion"),
  },
  plan: {
    ...all("proposed", "strengths goals.statement goals.problem goals.indicator goals.targetDate"),
    ...all("proposed", "goals.gasExpected goals.gasMore goals.gasMuchMore goals.gasLess goals.gasMuchLess"),
    ...all("proposed", "activities.activity activities.role activities.who activities.schedule"),
    ...all("proposed", "activities.resource sourceSystems referralInstitutions evaluationDate"),
    ...all("risk", "usg.urgency usg.seriousness usg.growth"),
    ...all("consent", "voice agreement agreedHow guardianAgreement declinedReason"),
  },
  session: {
    ...all("proposed", "date roles goals note progress obstacles nextDate"),
    ...all("file", "attachment"),
  },
  evaluation: {
    ...all("proposed", "date attainment.evidence helped hindered clientView nextEvaluation"),
    ...all("decision", "attainment.level functioningNeeds functioningRoles functioningCoping decision"),
    ...all("decision", "decisionReason"),
  },
  referral: {
    ...all("proposed", "institution kind reason sentOn status statusOn statusNote"),
    ...all("legal", "shareGround"),
    ...all("consent", "shared"),
    ...all("identity", "contact phone"),
    ...all("file", "letter"),
  },
  termination: {
    ...all("proposed", "reasonNote endedOn summary firstVisit aftercareFocus"),
    ...all("consent", "clientTold notToldReason clientAgrees objection guardianTold voice"),
    ...all("decision", "reason independence aftercare"),
  },
  aftercare: {
    ...all("proposed", "date how situation carriesOn nextVisit"),
    ...all("danger", "danger"),
    ...all("identity", "place"),
    ...all("decision", "functioningNeeds functioningRoles functioningCoping reopen reopenReason"),
  },
};

/** Whether the answer to a question may be proposed. */
export function isProposable(form: FormId, { question, item }: Ask): boolean {
  const key = item === undefined ? question.key : `${item.group.key}.${question.key}`;
  return proposalRules[form][key] === "proposed";
}

/** The same rule for several questions, named in one line. */
function all(rule: ProposalRule, keys: string): Record<Key, ProposalRule> {
  return Object.fromEntries(keys.split(" ").map((key) => [key, rule]));
}
