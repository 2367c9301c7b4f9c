import { requestsAwaitingMe, roundsAwaitingMe } from "../case/caseLists.js";
import { groundsAwaitingMe, type Waiting } from "../case/waiting.js";
import type { Work } from "../people/work.js";

/** What somebody decides on in a case: a form, a closing or reopening, a missing legal ground; since when it waits. */
export type AwaitedDecision = Extract<Waiting, { readonly code: string }> & { readonly since: Date };

/** Everything in cases that waits for a decision of the acting supervisor, or of the admin standing in; oldest first. */
export async function decisionsAwaitingMe(work: Work): Promise<readonly AwaitedDecision[]> {
  const isSupervisor = work.actor?.roles.includes("supervisor") === true;
  const forms = isSupervisor ? await roundsAwaitingMe(work) : [];
  const requests = await requestsAwaitingMe(work);
  const grounds = await groundsAwaitingMe(work);
  return [
    ...forms.map((one) => ({ ...one, kind: "form" as const })),
    ...requests,
    ...grounds.map((one) => ({ ...one, kind: "ground" as const })),
  ].sort((a, b) => a.since.getTime() - b.since.getTime());
}
