import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { setDataContact, setRetentionYears } from "../../records/people/dataRules.js";
import { adminOf } from "../../records/people/members.js";
import { retentionSpan } from "../../records/people/rules.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";

/** The longest contact, in characters: a name, a number and an address to write to. */
const longestContact = 200;

/** The value of the choice that keeps cases for good. */
const forGood = "0";

/** What an institution settles about its clients' data: whom they turn to, and how long cases are kept. */
export function dataSettingsFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.dataSettings, async (ctx) => {
    const { dataContact, retentionYears } = adminOf(ctx.work).rules;
    const { say } = ctx;
    await showPage(
      ctx,
      joinLines(
        [
          say.html("data-settings-title"),
          dataContact === null
            ? say.html("data-contact-none")
            : say.html("data-contact-line", { contact: dataContact }),
          retentionYears === null
            ? say.html("retention-none")
            : say.html("retention-line", { years: retentionYears }),
        ],
        "\n\n",
      ),
      [
        [
          { text: say.plain("button-data-contact"), data: callbacks.changeOrganization({ what: "contact" }) },
          { text: say.plain("button-retention"), data: callbacks.changeOrganization({ what: "retention" }) },
        ],
        ...(retentionYears === null
          ? []
          : [[{ text: say.plain("button-past-retention"), data: callbacks.pastRetention({ page: 0 }) }]]),
        [{ text: say.plain("button-back"), data: callbacks.organization() }],
      ],
    );
  });
  return composer;
}

/** What an admin types for it. */
export const dataSettingsEntries: readonly Entry[] = [
  handleEntry(entries.dataContact, {
    ask: async (ctx) => ({ text: ctx.say.html("data-contact-ask"), cancel: callbacks.dataSettings() }),
    take: typedOnly(async (ctx, answer) => {
      const contact = acceptText(answer, longestContact, false);
      if (contact.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, contact) };
      await setDataContact(ctx.work, String(contact.value));
      return kept(ctx);
    }),
  }),
  handleEntry(entries.retentionYears, {
    ask: async (ctx) => ({
      text: ctx.say.html("retention-ask"),
      choices: [[{ text: ctx.say.plain("button-retention-none"), value: forGood }]],
      cancel: callbacks.dataSettings(),
    }),
    take: async (ctx, answer) => {
      const { least, most } = retentionSpan;
      const typed =
        answer.kind === "typed" ? /^(\d{1,3})(?: *(?:tahun|thn|th|years?))?$/i.exec(answer.text) : null;
      const years = Number(typed?.[1]);
      if (answer.kind === "typed" && !(years >= least && years <= most)) {
        return { kind: "again", explanation: ctx.say.html("retention-unclear", { least, most }) };
      }
      await setRetentionYears(ctx.work, answer.kind === "pressed" ? null : years);
      return kept(ctx);
    },
  }),
];

async function kept(ctx: Ctx) {
  await sendNew(ctx, ctx.say.html("data-settings-kept"), [
    [{ text: ctx.say.plain("button-data-settings"), data: callbacks.dataSettings() }],
  ]);
  return { kind: "done" } as const;
}
