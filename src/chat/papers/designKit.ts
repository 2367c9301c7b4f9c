import { starterDocx } from "../../documents/own/starterDocx.js";
import { type Paper, templateOf } from "../../documents/paper.js";
import { shippedTemplates } from "../../documents/typesetter.js";
import { formatsOf, type TemplatedKind } from "../../practice/paperTemplates.js";
import type { Wording } from "../telegram/wording.js";
import { samplesOf } from "./samplePaper.js";

/** A file to begin a template with: what it is stands below it (`design-kit-<about>`). */
export type KitFile = {
  readonly name: string;
  readonly bytes: Buffer;
  readonly about: "template" | "layout" | "data" | "docx";
};

/** The shipped template of a paper, what it imports, made-up data to try it with, and of some papers a document of Word. */
export function kitOf(
  say: Wording,
  kind: TemplatedKind,
  letterhead: Paper["institution"],
): readonly KitFile[] {
  const { [templateOf(kind)]: template = "", "layout.typ": layout = "" } = shippedTemplates();
  const [data] = samplesOf(say, kind, letterhead);
  const name = say.plain(`paper-${kind}`);
  return [
    ...(formatsOf(kind).includes("docx") && (kind === "contract" || kind === "referral")
      ? [{ name: `${name}.docx`, bytes: starterDocx(kind), about: "docx" } as const]
      : []),
    { name: `${name}.typ`, bytes: Buffer.from(template), about: "template" },
    { name: "layout.typ", bytes: Buffer.from(layout), about: "layout" },
    { name: "data.json", bytes: Buffer.from(JSON.stringify(JSON.parse(data), null, 2)), about: "data" },
  ];
}
