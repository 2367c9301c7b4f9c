import { allNamed, type NamedPeople, namedIn, withoutNames } from "../../practice/namedPeople.js";
import { caseIfReadable } from "../../records/case/case.js";
import { asClient, clientsNamedIn } from "../../records/case/clientNames.js";
import { peopleOf } from "../../records/case/openRound.js";
import { readable } from "./answerText.js";
import { keyboard } from "./buttons.js";
import { callbacks } from "./callbacks.js";
import type { Ctx } from "./context.js";
import { calledIn } from "./namesOffer.js";
import { inReplyTo } from "./screen.js";

/** A text that names people: whom, what the client is called instead, and the text without the names. */
export type NamingText = {
  readonly whom: "client" | "other" | "both";
  readonly alias: string;
  readonly without: string;
};

/** A text that was typed and waits for its writer to say how it goes. */
export type HeldText = { readonly text: string; readonly without: string };

/**
 * Looks for names in a text that is to go to somebody: everybody the case it is about knows, and the clients of the acting
 * member's own and their team's cases. Undefined where it holds none.
 *
 * @param caseId null for a text that is about no case; of one its writer may not read nothing is looked at
 */
export async function namesIn(
  ctx: Ctx,
  text: string,
  caseId: string | null,
): Promise<NamingText | undefined> {
  const subject = caseId === null ? undefined : await caseIfReadable(ctx.work, caseId);
  const own = subject === undefined ? nobody : peopleOf(subject);
  const known = await clientsNamedIn(ctx.work, text);
  const people = allNamed([own, ...known.map(({ name }) => asClient(name))]);
  const { client, other } = namedIn(text, people);
  if (!client && !other) return undefined;
  const unnamed = ctx.say.plain("client-unnamed");
  const called = subject === undefined ? unnamed : await calledIn(ctx, subject.case.id);
  const ofOthers = known.filter((one) => one.caseId !== caseId);
  const without = ofOthers.reduce(
    (so, { name, alias }) =>
      withoutNames(so, asClient(name), alias === null ? unnamed : readable(alias, ctx.say)),
    withoutNames(text, own, called),
  );
  const [first] = ofOthers;
  const isOwn = namedIn(text, own).client;
  const alias =
    isOwn || first === undefined || first.alias === null ? called : readable(first.alias, ctx.say);
  return { whom: client ? (other ? "both" : "client") : "other", alias, without };
}

/** Points out that a text names people before it goes. Undefined where it names nobody, and may go at once. */
export async function holdForNames(
  ctx: Ctx,
  text: string,
  caseId: string | null,
  nonce: string,
): Promise<HeldText | undefined> {
  const naming = await namesIn(ctx, text, caseId);
  if (naming === undefined) return undefined;
  await ctx.reply(ctx.say.html(`names-held-${naming.whom}`, { alias: naming.alias }), {
    reply_markup: keyboard([
      [
        { text: ctx.say.plain("button-names-out"), data: callbacks.sendWithoutNames({ nonce }) },
        { text: ctx.say.plain("button-send-as-is"), data: callbacks.sendWithNames({ nonce }) },
      ],
    ]),
    ...inReplyTo(ctx.message?.message_id),
  });
  return { text, without: naming.without };
}

/** The words that go, once their writer pressed how; undefined for any other update. */
export async function releasedWords(
  ctx: Ctx,
  { nonce, held }: { readonly nonce: string; readonly held: HeldText | undefined },
): Promise<string | undefined> {
  const data = ctx.callbackQuery?.data;
  if (data === undefined || held === undefined) return undefined;
  const isWithout = callbacks.sendWithoutNames.read(data)?.nonce === nonce;
  if (!isWithout && callbacks.sendWithNames.read(data)?.nonce !== nonce) return undefined;
  await ctx.answerCallbackQuery();
  await ctx.editMessageText(ctx.say.html(isWithout ? "names-out" : "names-left"));
  return isWithout ? held.without : held.text;
}

const nobody: NamedPeople = { client: [], others: [] };
