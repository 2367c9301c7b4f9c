import { guideSetter } from "../../scripts/guides.mjs";
import type { Guides } from "../../src/documents/guides.js";
import { fontFiles, shippedTemplates } from "../../src/documents/typesetter.js";
import { typesettingOf } from "../../src/documents/typesetting.js";

let setter: ReturnType<typeof guideSetter> | undefined;

/** The guides as a build sets them, set when they are asked for. */
export const guidesFromSource: Guides = async (language, reader) => {
  setter ??= guideSetter({ typesettingOf, fontFiles, shippedTemplates });
  return setter(language, reader);
};
