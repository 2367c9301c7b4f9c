import { createHash } from "node:crypto";
import { Composer } from "grammy";
import { acceptText } from "../../practice/inputs/text.js";
import { adminOf } from "../../records/people/members.js";
import {
  type ApprovableForm,
  addRequirement,
  approvableForms,
  dropRequirement,
  maxRequirements,
  organizationCard,
  renameOrganization,
  setAddress,
  setApproval,
} from "../../records/people/organizations.js";
import { assistSettingsRows } from "../assist/settings.js";
import { longestName, zoneName } from "../entrance/start.js";
import { clipped } from "../form/prompt.js";
import type { Button } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { entries } from "../telegram/entries.js";
import { type Entry, type EntryEnd, handleEntry, typedOnly } from "../telegram/entry.js";
import { handle } from "../telegram/handle.js";
import { reasonOf } from "../telegram/reason.js";
import { joinLines, sendNew, showPage } from "../telegram/screen.js";

/** Longest address and requirement, in characters: one stands in the letterhead, the other on a button. */
const longest = { address: 300, requirement: 100 } as const;

/** The organisation's settings, for its admin. */
export function organizationFeature(): Composer<Ctx> {
  const composer = new Composer<Ctx>();
  handle(composer, callbacks.organization, (ctx) => showOrganization(ctx));
  handle(composer, callbacks.changeOrganization, async (ctx, { what }) => {
    adminOf(ctx.work);
    await ctx.answerCallbackQuery();
    ctx.onward = changes[what]();
  });

  handle(composer, callbacks.requirements, (ctx) => showRequirements(ctx));
  handle(composer, callbacks.dropRequirement, async (ctx, { index, mark }) => {
    const { requirements } = (await organizationCard(ctx.work)).rules;
    const dropped = requirements[index];
    // The list may have changed since the button was sent: the requirement is deleted only if it is still the same.
    if (dropped !== undefined && markOf(dropped) === mark) await dropRequirement(ctx.work, dropped);
    await showRequirements(ctx);
  });

  handle(composer, callbacks.approvalSettings, (ctx) => showApprovals(ctx));
  handle(composer, callbacks.setApproval, async (ctx, { form, on }) => {
    await setApproval(ctx.work, form, on);
    await showApprovals(ctx);
  });
  return composer;
}

async function showOrganization(ctx: Ctx): Promise<void> {
  const { name, address, zone, rules } = await organizationCard(ctx.work);
  const { say: words } = ctx;
  await showPage(
    ctx,
    joinLines([
      words.html("org-title", { name }),
      address === null ? words.html("org-no-address") : words.html("org-address-line", { address }),
      words.html("org-zone", { zone: words.plain(`zone-${zoneName(zone)}`) }),
      words.html("org-requirements-line", { count: rules.requirements.length }),
      words.html("org-approvals-line", {
        forms: rules.approvals.map((form) => words.plain(`form-${form}`)).join(", ") || "–",
      }),
    ]),
    [
      [
        { text: words.plain("button-org-name"), data: callbacks.changeOrganization({ what: "name" }) },
        { text: words.plain("button-org-address"), data: callbacks.changeOrganization({ what: "address" }) },
      ],
      [{ text: words.plain("button-org-requirements"), data: callbacks.requirements() }],
      [{ text: words.plain("button-org-approvals"), data: callbacks.approvalSettings() }],
      [{ text: words.plain("button-letters"), data: callbacks.letters() }],
      [{ text: words.plain("button-rules"), data: callbacks.rules() }],
      [{ text: words.plain("button-local-numbers"), data: callbacks.localNumbers() }],
      [
        { text: words.plain("button-documents"), data: callbacks.documents() },
        { text: words.plain("button-own-desk"), data: callbacks.ownDesk({ page: 0 }) },
      ],
      [{ text: words.plain("button-data-settings"), data: callbacks.dataSettings() }],
      ...assistSettingsRows(ctx),
      [{ text: words.plain("button-menu"), data: callbacks.menuHere() }],
    ],
  );
}

async function showRequirements(ctx: Ctx, lead?: string): Promise<void> {
  const { requirements } = (await organizationCard(ctx.work)).rules;
  const title = ctx.say.html(requirements.length === 0 ? "requirements-none" : "requirements-title");
  const listed = requirements.map((requirement, index) =>
    ctx.say.html("requirements-line", { number: index + 1, requirement }),
  );
  const rows: Button[][] = requirements.map((requirement, index) => [
    {
      text: ctx.say.plain("button-drop", { what: clipped(requirement, 40) }),
      data: callbacks.dropRequirement({ index, mark: markOf(requirement) }),
    },
  ]);
  if (requirements.length < maxRequirements) {
    rows.push([
      { text: ctx.say.plain("button-add"), data: callbacks.changeOrganization({ what: "requirement" }) },
    ]);
  }
  rows.push([{ text: ctx.say.plain("button-back"), data: callbacks.organization() }]);
  const text = joinLines([lead, title, listed.length === 0 ? undefined : joinLines(listed)], "\n\n");
  await (lead === undefined ? showPage(ctx, text, rows) : sendNew(ctx, text, rows));
}

async function showApprovals(ctx: Ctx): Promise<void> {
  const { approvals } = (await organizationCard(ctx.work)).rules;
  await showPage(ctx, ctx.say.html("approvals-setting"), [
    ...approvableForms.map((form: ApprovableForm): Button[] => {
      const on = approvals.includes(form);
      return [
        {
          text: `${on ? "☑️" : "▫️"} ${ctx.say.plain(`form-${form}`)}`,
          data: callbacks.setApproval({ form, on: !on }),
        },
      ];
    }),
    [{ text: ctx.say.plain("button-back"), data: callbacks.organization() }],
  ]);
}

/** A short hash that identifies a requirement inside a button. */
function markOf(requirement: string): string {
  return createHash("sha256").update(requirement).digest("hex").slice(0, 8);
}

/** The entry for each thing that can be changed. */
const changes = {
  name: entries.organizationName,
  address: entries.organizationAddress,
  requirement: entries.organizationRequirement,
  contact: entries.dataContact,
  retention: entries.retentionYears,
} as const;

/** What an admin types about the organisation. */
export const organizationEntries: readonly Entry[] = [
  handleEntry(entries.organizationName, {
    ask: async (ctx) => ({ text: ctx.say.html("org-name"), cancel: callbacks.organization() }),
    take: typedOnly((ctx, answer) =>
      taking(ctx, answer, longestName.organization, async (name) => {
        await renameOrganization(ctx.work, name);
        await kept(ctx);
      }),
    ),
  }),
  handleEntry(entries.organizationAddress, {
    ask: async (ctx) => ({ text: ctx.say.html("org-address"), cancel: callbacks.organization() }),
    take: typedOnly((ctx, answer) =>
      taking(ctx, answer, longest.address, async (address) => {
        await setAddress(ctx.work, address);
        await kept(ctx);
      }),
    ),
  }),
  handleEntry(entries.organizationRequirement, {
    ask: async (ctx) => ({ text: ctx.say.html("org-requirement"), cancel: callbacks.requirements() }),
    take: typedOnly((ctx, answer) =>
      taking(ctx, answer, longest.requirement, async (requirement) => {
        const outcome = await addRequirement(ctx.work, requirement);
        const said =
          outcome === "too-many"
            ? ctx.say.html("requirement-too-many", { most: maxRequirements })
            : ctx.say.html(`requirement-${outcome}`);
        await showRequirements(ctx, said);
      }),
    ),
  }),
];

async function taking(
  ctx: Ctx,
  answer: string,
  most: number,
  keep: (text: string) => Promise<void>,
): Promise<EntryEnd> {
  const text = acceptText(answer, most, false);
  if (text.kind === "explained") return { kind: "again", explanation: reasonOf(ctx, text) };
  await keep(String(text.value));
  return { kind: "done" };
}

async function kept(ctx: Ctx): Promise<void> {
  await sendNew(ctx, ctx.say.html("org-kept"), [
    [
      { text: ctx.say.plain("button-organization"), data: callbacks.organization() },
      { text: ctx.say.plain("button-menu"), data: callbacks.menu() },
    ],
  ]);
}
