import { z } from "zod";
import type { Prisma, Stage } from "../../generated/prisma/client.js";
import { type Danger, immediateDangers } from "../../practice/forms/vocabulary.js";
import type { Work } from "../people/work.js";
import { openOrClear, SealError } from "../storage/seal.js";
import { memberName } from "./alarmRecipients.js";

/** A danger, decrypted, with the names of staff and the code of its case. */
export type NotedDanger = {
  readonly id: string;
  readonly organizationId: string;
  readonly zone: string;
  readonly case: { readonly id: string; readonly code: string; readonly stage: Stage } | null;
  /** The worker of its case; without a case the member who noted it. */
  readonly workerId: string;
  readonly whom: "client" | "worker";
  readonly kinds: readonly Danger[];
  readonly notedBy: NamedMember;
  readonly notedAt: Date;
  readonly repeats: number;
  readonly acknowledged: { readonly by: NamedMember; readonly at: Date } | null;
  readonly closedAt: Date | null;
};

/** A member with their name opened. */
export type NamedMember = { readonly memberId: string; readonly name: string };

/** The relations a danger is read with. */
export const dangerInclude = {
  case: {
    select: { id: true, code: true, stage: true, workerId: true, worker: { select: { supervisorId: true } } },
  },
  notedBy: {
    select: {
      id: true,
      name: true,
      supervisorId: true,
      suspendedAt: true,
      account: { select: { id: true, locale: true, blockedAt: true } },
      organization: { select: { timeZone: true } },
    },
  },
} satisfies Prisma.DangerInclude;

/** A row of `Danger` with these relations. */
export type DangerRow = Prisma.DangerGetPayload<{ include: typeof dangerInclude }>;

/** Decrypts a row. */
export async function readDanger(work: Work, row: DangerRow): Promise<NotedDanger> {
  return dangerIn(work, row, await acknowledgersOf(work, [row]));
}

/** Decrypts rows, in their order. */
export async function readDangers(work: Work, rows: readonly DangerRow[]): Promise<NotedDanger[]> {
  const acknowledgers = await acknowledgersOf(work, rows);
  return rows.map((row) => dangerIn(work, row, acknowledgers));
}

/** The members who acknowledged these dangers, by their ids, names opened. */
async function acknowledgersOf(
  work: Work,
  rows: readonly DangerRow[],
): Promise<ReadonlyMap<string, NamedMember>> {
  const ids = rows.flatMap(({ acknowledgedById }) => acknowledgedById ?? []);
  if (ids.length === 0) return new Map();
  const tx = await work.tx();
  const members = await tx.member.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(members.map((one) => [one.id, { memberId: one.id, name: memberName(work, one) }]));
}

function dangerIn(work: Work, row: DangerRow, acknowledgers: ReadonlyMap<string, NamedMember>): NotedDanger {
  const by = acknowledgers.get(row.acknowledgedById ?? "");
  const { case: subject } = row;
  return {
    id: row.id,
    organizationId: row.organizationId,
    zone: row.notedBy.organization.timeZone,
    case: subject === null ? null : { id: subject.id, code: subject.code, stage: subject.stage },
    workerId: subject?.workerId ?? row.notedById,
    whom: whoseLife(work, row),
    kinds: dangerKindsOf(work, row),
    notedBy: { memberId: row.notedById, name: memberName(work, row.notedBy) },
    notedAt: row.notedAt,
    repeats: row.repeats,
    acknowledged: by === undefined || row.acknowledgedAt === null ? null : { by, at: row.acknowledgedAt },
    closedAt: row.closedAt,
  };
}

const kindsSchema = z.array(z.enum(immediateDangers));

/** Which kinds of danger. Empty where the sealed value is damaged: people are told of the danger all the same. */
export function dangerKindsOf(
  work: Work,
  row: { readonly id: string; readonly kinds: string },
): readonly Danger[] {
  try {
    return kindsSchema.parse(JSON.parse(work.sealer.open(row.kinds, dangerCell("kinds", row.id))));
  } catch (error) {
    if (error instanceof SealError) return [];
    throw error;
  }
}

/** Whose life it is about. The client's where the sealed value is damaged: everybody is told of that as well. */
export function whoseLife(
  work: Work,
  row: { readonly id: string; readonly whom: string },
): NotedDanger["whom"] {
  try {
    // Earlier versions wrote it in clear.
    return openOrClear(work.sealer, row.whom, dangerCell("whom", row.id)) === "worker" ? "worker" : "client";
  } catch (error) {
    if (error instanceof SealError) return "client";
    throw error;
  }
}

/** The cell a sealed column of a danger is sealed for. */
export function dangerCell(column: "whom" | "kinds" | "closing", id: string) {
  return { table: "Danger", column, row: id };
}
