/** An entry of the institution's own as it is stored. */
import { z } from "zod";
import type { LocalDate } from "../../practice/form.js";
import { NotAllowed, type Role } from "../people/actor.js";
import {
  actorOf,
  mayWithEntry,
  type OwnEntryRight,
  type OwnEntryStatus,
  ownEntryStatuses,
} from "../people/rights.js";
import type { Work } from "../people/work.js";
import { wordOf } from "../storage/vocabulary.js";

/** The most characters of each part; an answer may be as long as a reply. */
export const longestInEntry = { question: 200, steps: 1_000, source: 300 } as const;
/** The most questions by which an entry is found. */
export const mostEntryQuestions = 10;

const contentSchema = z.strictObject({
  /** The ways it is asked; the first one is its title. */
  questions: z.array(z.string()).min(1),
  answer: z.string(),
  steps: z.array(z.string()),
  /** What it rests on, in the author's words; "" where they name nothing. */
  source: z.string(),
});

/** What an entry says. Plain text. */
export type OwnEntryContent = Readonly<z.infer<typeof contentSchema>>;

/** An entry, opened. */
export type OwnEntry = {
  readonly id: string;
  readonly organizationId: string;
  readonly status: OwnEntryStatus;
  readonly content: OwnEntryContent;
  readonly version: number;
  readonly authorId: string;
  readonly authorRole: Role;
  readonly consultationId: string | null;
  readonly unansweredId: string | null;
  /** When its words were last changed. */
  readonly writtenAt: Date;
  readonly reviewOn: LocalDate;
  /** When it was declined or retired. */
  readonly endedAt: Date | null;
};

const writerRoles = ["supervisor", "admin"] as const satisfies readonly Role[];

type Row = Omit<OwnEntry, "content" | "status" | "authorRole"> & {
  readonly content: string;
  readonly status: string;
  readonly authorRole: string;
};

/** Opens rows. One that does not open raises the alarm and is left out: the others are found all the same. */
export function openedEntries(work: Work, rows: readonly Row[]): OwnEntry[] {
  return rows.flatMap(({ status, authorRole, content, ...row }) => {
    const json = work.sealer.read(content, placeOfEntry(row.id));
    if (typeof json !== "string") return [];
    return [
      {
        ...row,
        status: wordOf(ownEntryStatuses, status, "OwnEntry.status"),
        authorRole: wordOf(writerRoles, authorRole, "OwnEntry.authorRole"),
        content: contentSchema.parse(JSON.parse(json)),
      },
    ];
  });
}

/** An entry for whoever has a right on it. Throws `NotAllowed`, also where there is none, or it does not open. */
export async function entryFor(work: Work, id: string, right: OwnEntryRight): Promise<OwnEntry> {
  const actor = actorOf(work);
  const tx = await work.tx();
  const row = await tx.ownEntry.findUnique({ where: { id } });
  if (row === null || row.organizationId !== actor.organizationId) throw new NotAllowed();
  const [entry] = openedEntries(work, [row]);
  if (entry === undefined || !mayWithEntry(actor, entry, right)) throw new NotAllowed();
  return entry;
}

/** What an entry says, sealed for its row. */
export function sealedContent(work: Work, id: string, content: OwnEntryContent): string {
  return work.sealer.seal(JSON.stringify(contentSchema.parse(content)), placeOfEntry(id));
}

/** An earlier text, sealed for its row. */
export function sealedText(work: Work, id: string, version: number, content: OwnEntryContent): string {
  return work.sealer.seal(JSON.stringify(content), placeOfText(id, version));
}

/** An earlier text, opened; undefined where it does not open, which raises the alarm. */
export function openedText(
  work: Work,
  id: string,
  version: number,
  sealed: string,
): OwnEntryContent | undefined {
  const json = work.sealer.read(sealed, placeOfText(id, version));
  return typeof json === "string" ? contentSchema.parse(JSON.parse(json)) : undefined;
}

function placeOfEntry(row: string) {
  return { table: "OwnEntry", column: "content", row };
}

function placeOfText(id: string, version: number) {
  return { table: "OwnEntryText", column: "content", row: `${id}.${version}` };
}
