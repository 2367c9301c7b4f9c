/** Who takes part in a fuzz: everybody a bot may hear from, with one of everything a button may name. */
import type { CallbackName } from "../../src/chat/telegram/callbacks.js";
import { callbacks } from "../../src/chat/telegram/callbacks.js";
import type { Conversation } from "../../src/playground/chats.js";
import type { Person } from "../../src/playground/people.js";
import { noteDanger } from "../../src/records/danger/dangers.js";
import { setSuspended } from "../../src/records/due/staffing.js";
import type { Role } from "../../src/records/people/actor.js";
import { idMaker, secureRandom } from "../../src/records/storage/ids.js";
import type { TestApp } from "../../test/support/app.js";
import { caseOfEverything } from "../../test/support/caseOfEverything.js";
import { dataOf } from "../../test/support/drawn.js";
import { goes } from "../../test/support/going.js";
import { begun } from "../../test/support/records.js";
import { enrolledStaff } from "../../test/support/staff.js";
import type { Dice } from "./dice.js";
import { anyText } from "./words.js";

/** What a fuzz needs of a bot. */
export type FuzzedApp = Pick<TestApp, "telegram" | "records" | "rows" | "receives" | "health" | "memberOf">;

export type Cast = {
  readonly people: readonly Person[];
  /** Somebody who belongs nowhere. */
  readonly stranger: Person;
  /** The form that its worker is filling in. */
  readonly draftId: string;
  readonly group: Conversation;
  readonly channel: Conversation;
  /** What the bot drew for a person so far, in that order. */
  readonly drawn: (personId: number) => readonly string[];
  /** Something that may stand in a button in the place of this argument. */
  readonly argument: (name: string, dice: Dice) => string;
};

const newId = idMaker(secureRandom);

/** Puts a new cast into the bot: an institution and those around it. */
export async function newCast(app: FuzzedApp): Promise<Cast> {
  const { telegram, records, rows } = app;
  const drawn = new Map<number, string[]>();
  const look = ({ message, isFromBot }: { message: Parameters<typeof dataOf>[0]; isFromBot: boolean }) => {
    if (!isFromBot) return;
    const known = drawn.get(message.chat.id) ?? [];
    drawn.set(message.chat.id, [...known, ...dataOf(message)].slice(-400));
  };
  telegram.on("message", look);
  telegram.on("edit", look);

  const staff = await enrolledStaff(app);
  const [workerId, supervisorId] = [await app.memberOf(staff.worker), await app.memberOf(staff.supervisor)];
  const [home] = await rows<{ id: string }>(`SELECT "organizationId" AS "id" FROM "Member" WHERE "id" = $1`, [
    workerId,
  ]);
  const organizationId = home?.id ?? "";
  const joined = async (firstName: string, roles: readonly Role[], more: object = {}) => {
    const person = telegram.person({ firstName });
    const id = await records.member(newId(), roles, { organizationId, accountId: person.id, ...more });
    return { person, id };
  };
  const suspended = await joined("Tini", ["worker", "supervisor"]);
  await records.as(await app.memberOf(staff.admin), (work) => setSuspended(work, suspended.id, true));
  const unasked = await joined("Budi", ["worker"], { supervisorId });
  await rows(`UPDATE "Member" SET "consentVersion" = NULL, "consentedAt" = NULL WHERE "id" = $1`, [
    unasked.id,
  ]);
  const elsewhere = newId();
  await records.organization(elsewhere);
  const other = await joined("Lain", ["admin", "supervisor", "worker"], { organizationId: elsewhere });
  const colleague = await joined("Anton", ["worker"], { supervisorId });
  const stranger = telegram.person({ firstName: "Orang" });

  const ids = await caseOfEverything(app, workerId, supervisorId);
  const noted = {
    organizationId,
    caseId: ids.caseId,
    whom: "client",
    kinds: ["suicide"],
    source: "form",
    raised: true,
  } as const;
  const { danger } = await records.as(workerId, (work) =>
    noteDanger(work, { ...noted, notedById: workerId }),
  );
  const draft = await begun(records, workerId);
  await goes(staff.worker, callbacks.goOn({ roundId: draft.roundId })).answer();
  const people = [
    staff.worker,
    staff.supervisor,
    staff.admin,
    suspended.person,
    unasked.person,
    other.person,
  ];
  return {
    people: [...people, stranger, staff.worker, staff.worker],
    stranger,
    draftId: draft.roundId,
    group: telegram.group("Grup", [staff.worker, stranger]),
    channel: {
      ...telegram.group("Kanal", [staff.worker]),
      chat: { id: -1_009_999_999_999, type: "channel", title: "Kanal" },
    },
    drawn: (id) => drawn.get(id) ?? [],
    argument: argumentsOf({
      ...ids,
      dangerId: danger.id,
      otherCaseId: draft.caseId,
      otherRoundId: draft.roundId,
      memberId: workerId,
      workerId,
      supervisorId,
      toId: colleague.id,
      otherMemberId: other.id,
    }),
  };
}

/** What the arguments of buttons may be: each name's own ids first, those of others, words of the table, and anything. */
function argumentsOf(ids: Readonly<Record<string, string>>): Cast["argument"] {
  const all = Object.values(ids);
  const parts = (Object.keys(callbacks) as CallbackName[]).flatMap((name) =>
    callbacks[name].longest.split(":"),
  );
  const words = [...new Set([...parts, ...otherWords])];
  return (name, dice) =>
    dice.weighted<() => string>([
      [name.endsWith("Id") ? 70 : 5, () => ids[name] ?? dice.pick(all)],
      [10, () => dice.pick(all)],
      [name.endsWith("Id") ? 5 : 60, () => dice.pick(words)],
      [10, () => String(dice.roll(12))],
      [5, () => anyText(dice)],
    ])();
}

const otherWords =
  "- yes no on off own team all open closed approach assessment plan session evaluation referral termination aftercare".split(
    " ",
  );
