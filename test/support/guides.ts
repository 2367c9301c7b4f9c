import { guideSetter } from "../../scripts/guides.mjs";
import type { Guides } from "../../src/documents/guides.js";
import { fontFiles, shippedTemplates } from "../../src/documents/typesetter.js";
import { typesettingOf } from "../../src/documents/typesetting.js";

let setter: ReturnType<typeof guideSetter> | undefined;
const known = new Map<string, Uint8Array>();

/** The guides as a build sets them, each set once, when it is first asked for. */
export const guidesFromSource: Guides = async (language, reader) => {
  setter ??= guideSetter({ typesettingOf, fontFiles, shippedTemplates });
  const name = `${language}-${reader}`;
  const guide = known.get(name) ?? setter(language, reader);
  known.set(name, guide);
  return guide;
};
