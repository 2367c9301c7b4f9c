import { createHash } from "node:crypto";
import type { ClientLevel } from "../../practice/form.js";
import { informationVersion } from "../../records/case/information.js";
import { letterheadOf } from "../../records/papers/papers.js";
import { actorOf } from "../../records/people/rights.js";
import type { Ctx } from "./context.js";
import type { Wording } from "./wording.js";

/** The sections of the information for clients, in the order they are read out (UU 27/2022 Pasal 21 ayat (1)). */
const sections = ["who", "what", "why", "seen", "telegram", "keep", "rights", "complain"] as const;

/** Whom the information speaks to: a person and their family, or the people of a group or community. */
export type InformationAudience = "person" | "group";

/** The audience of a case of this level. */
export function audienceOf(level: ClientLevel): InformationAudience {
  return level === "group" || level === "community" ? "group" : "person";
}

/** The information for a client, in plain text. */
export type Information = {
  readonly title: string;
  readonly version: number;
  readonly sections: readonly { readonly title: string; readonly text: string }[];
};

/** The information as it holds now at the acting member's institution. */
export async function informationFor(ctx: Ctx, audience: InformationAudience): Promise<Information> {
  const { say, work } = ctx;
  const { name, address } = await letterheadOf(work);
  const { dataContact, retentionYears } = actorOf(work).rules;
  const args = {
    institution: address === null ? name : `${name} (${address})`,
    contact: dataContact ?? say.plain("client-information-contact-none"),
    keep: keepText(retentionYears, say),
  };
  return {
    title: say.plain(`client-information-${audience}`),
    version: informationVersion,
    sections: sections.map((section) => ({
      title: say.plain(`client-information-${audience}-${section}.title`),
      text: say.plain(`client-information-${audience}-${section}`, args),
    })),
  };
}

/** The information as one plain text: what is kept as proof. */
export function informationWords({ title, sections: parts }: Information): string {
  return [title, ...parts.map((part) => `${part.title}\n${part.text}`)].join("\n\n");
}

/** A short stand-in for the very words, for a button: 8 hex digits. */
export function informationMark(information: Information): string {
  return createHash("sha256").update(informationWords(information)).digest("hex").slice(0, 8);
}

function keepText(years: number | null, say: Wording): string {
  return years === null
    ? say.plain("client-information-keep-none")
    : say.plain("client-information-keep-years", { years });
}
