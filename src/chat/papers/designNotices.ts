/** What the background tells admins of the files they sent for their papers. */
import type { FileFault } from "../../documents/own/faults.js";
import type { FailedDesign, LookedInto } from "../../records/papers/designs.js";
import { adminsOf } from "../../records/people/accounts.js";
import type { Work } from "../../records/people/work.js";
import type { Html, Texts } from "../../texts.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import { notify, recipientLocale } from "../telegram/notices.js";
import { queueFile, queueMessage } from "../telegram/outbox.js";
import { joinLines } from "../telegram/screen.js";
import { type Wording, wordingOf } from "../telegram/wording.js";

/** What a look into a file found. */
export type DesignOutcome =
  | {
      readonly kind: "fine";
      readonly picture: Uint8Array;
      readonly sample: Uint8Array | null;
      readonly pages: number;
      readonly accessible: boolean;
    }
  | { readonly kind: "faulty"; readonly faults: readonly FileFault[] }
  | { readonly kind: "gone" | "failed" };

/** Faults that are named; the rest is counted. */
const mostNamed = 8;

/** Shows a file that is fine as a picture, with what can be done; or says what is wrong with it. */
export function tellOfLook(work: Work, texts: Texts, design: LookedInto, outcome: DesignOutcome): void {
  const say = wordingOf(texts, recipientLocale(design.locale));
  const { accountId: chatId, kind, organizationId } = design;
  if (outcome.kind === "fine") {
    showFile(work, say, design, outcome);
    return;
  }
  const isLogo = kind === "logo";
  const name = isLogo ? say.plain("design-logo") : say.plain(`paper-${kind}`);
  const text =
    outcome.kind === "faulty"
      ? joinLines([say.html("design-refused", { name }), ...faultLines(say, outcome.faults)])
      : say.html(`design-${outcome.kind}`, { name, reference: design.id.slice(0, 6) });
  const again: Button = isLogo
    ? { text: say.plain("button-logo"), data: callbacks.letterLogo() }
    : { text: say.plain("button-design-again"), data: callbacks.sendDesign({ kind }) };
  const back: Button = isLogo
    ? { text: say.plain("button-back"), data: callbacks.letters() }
    : { text: say.plain("button-back"), data: callbacks.design({ kind }) };
  queueMessage(work, { chatId, text, rows: [[again], [back]], kind: "notice", organizationId });
}

function showFile(
  work: Work,
  say: Wording,
  { id: designId, accountId: chatId, kind, format, version }: LookedInto,
  { picture, sample, pages, accessible }: Extract<DesignOutcome, { kind: "fine" }>,
): void {
  const shown = { chatId, method: "sendPhoto", bytes: picture } as const;
  if (kind === "logo") {
    const rows = [
      [{ text: say.plain("button-logo-remove"), data: callbacks.removeLogo() }],
      [{ text: say.plain("button-letters"), data: callbacks.letters() }],
    ];
    queueFile(work, { ...shown, name: "kop.png", caption: say.html("logo-kept"), rows });
    return;
  }
  const name = say.plain(`paper-${kind}`);
  if (sample !== null) {
    const caption = say.html("design-sample");
    queueFile(work, { chatId, method: "sendDocument", bytes: sample, name: `${name}.docx`, caption });
  }
  const caption = joinLines([
    say.html(format === "docx" ? "design-looks-docx" : "design-looks", { name, pages }),
    accessible ? undefined : say.html("design-not-accessible"),
    version === null ? say.html("design-decide") : undefined,
  ]);
  const rows: Button[][] =
    version === null
      ? [
          [
            { text: say.plain("button-design-use"), data: callbacks.useDesign({ designId }) },
            { text: say.plain("button-cancel"), data: callbacks.declineDesign({ designId }) },
          ],
        ]
      : [[{ text: say.plain("button-back"), data: callbacks.designVersion({ designId }) }]];
  queueFile(work, { ...shown, name: `${name}.png`, caption, rows });
}

/** A template of theirs could not make a paper: the admins hear of it, once. Nothing of the paper is said. */
export async function tellOfFailure(work: Work, texts: Texts, design: FailedDesign): Promise<void> {
  const { id, kind, version, organizationId } = design;
  if (kind === "logo") return;
  for (const { accountId, locale } of await adminsOf(work, organizationId)) {
    const name = texts.plain(recipientLocale(locale), `paper-${kind}`);
    const args = { name, version, reference: id.slice(0, 6) };
    notify(
      work,
      texts,
      { chatId: accountId, locale, organizationId },
      "notice-design-failed",
      [args],
      (to) => [[{ text: texts.plain(to, "button-design-look", { name }), data: callbacks.design({ kind }) }]],
    );
  }
}

function faultLines(say: Wording, faults: readonly FileFault[]): readonly Html[] {
  const lines = faults
    .slice(0, mostNamed)
    .map((fault) => say.html("design-fault-line", { fault: faultWords(say, fault) }));
  const more = faults.length - lines.length;
  return more === 0 ? lines : [...lines, say.html("design-fault-more", { count: more })];
}

/** "Baris 12: …". */
function faultWords(say: Wording, { what, line, about = "" }: FileFault): string {
  const words =
    what === "compiler" ? compilerWords(say, about) : say.plain(`design-fault-${what}`, { about });
  return line === undefined ? words : say.plain("design-fault-at", { line, words });
}

/** What the compiler says most often, in other words; anything else as it says it. */
const compilerSays = [
  ["unknown", /^unknown variable: (.+)/],
  ["key", /does not contain key "([^"]+)"/],
  ["file", /failed to load|file not found|access denied/],
  ["endless", /infinite|maximum \w+( call)? depth|did not converge/],
  ["unclosed", /^(?:unclosed|expected|unexpected) (.+)/],
  ["font", /^unknown font family: (.+)/],
] as const;

function compilerWords(say: Wording, message: string): string {
  for (const [kind, pattern] of compilerSays) {
    const found = pattern.exec(message);
    if (found !== null) return say.plain(`design-compiler-${kind}`, { about: found[1] ?? message, message });
  }
  return say.plain("design-compiler-other", { message });
}
