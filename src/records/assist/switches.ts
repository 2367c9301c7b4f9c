import type { AssistService } from "../../practice/assist/services.js";
import { NotAllowed } from "../people/actor.js";
import { adminOf } from "../people/members.js";
import { rulesForChange, saveRules } from "../people/organizations.js";
import type { Work } from "../people/work.js";

/** An outside service that the operator named, and the organisation's admin switched on or not. */
export type AssistSwitch = { readonly service: AssistService; readonly host: string; readonly on: boolean };

/**
 * The services the operator named, with the switch of the acting member's organisation. A service was switched on for
 * the host it had then: at another address it is off again.
 */
export function assistSwitches({
  services,
  actor,
}: Pick<Work, "services" | "actor">): readonly AssistSwitch[] {
  return (["transcription", "language"] as const).flatMap((service) => {
    const host = services[service];
    if (host === undefined) return [];
    return [{ service, host, on: actor?.rules.assist[service]?.host === host }];
  });
}

/** The host of a service that the acting member's organisation uses; undefined where it uses none. */
export function assistHost(
  work: Pick<Work, "services" | "actor">,
  service: AssistService,
): string | undefined {
  return assistSwitches(work).find((one) => one.service === service && one.on)?.host;
}

/**
 * Switches a service on or off for the acting admin's organisation, with time and author. Throws `NotAllowed`, also for
 * a service the operator did not name.
 */
export async function switchAssist(work: Work, service: AssistService, on: boolean): Promise<void> {
  const actor = adminOf(work);
  const host = work.services[service];
  if (host === undefined) throw new NotAllowed();
  const tx = await work.tx();
  const rules = await rulesForChange(tx, actor);
  const { [service]: _, ...others } = rules.assist;
  const assist = on
    ? { ...others, [service]: { host, memberId: actor.memberId, at: work.now.toISOString() } }
    : others;
  await saveRules(tx, work, actor, { ...rules, assist });
  work.audit.push({
    action: "organization.changed",
    subject: "organization",
    subjectId: actor.organizationId,
    detail: { what: `assist.${service}`, value: on, host },
  });
}
