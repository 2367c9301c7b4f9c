import { parseRules, type Rules } from "../records/people/rules.js";

/** Reads rules of organisations. Each is parsed again only when its JSON has changed: claims come with it many times. */
export function rulesReader(): (organizationId: string, json: unknown) => Rules {
  const parsed = new Map<string, { readonly text: string; readonly rules: Rules }>();
  return (organizationId, json) => {
    const text = JSON.stringify(json);
    const kept = parsed.get(organizationId);
    if (kept?.text === text) return kept.rules;
    const rules = parseRules(json);
    parsed.set(organizationId, { text, rules });
    return rules;
  };
}
