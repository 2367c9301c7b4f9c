import type { Logger } from "pino";
import type { AttachmentFiles } from "../records/case/attachmentFiles.js";
import { type FailedDesign, noteFailure } from "../records/papers/designs.js";
import {
  dataTemplate,
  type EndedPaper,
  endPaper,
  kindOf,
  type PaperContent,
  paperContentOf,
  type SetContent,
} from "../records/papers/papers.js";
import type { Work } from "../records/people/work.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";
import { inFlightOf } from "./inFlight.js";
import { type CurrentDesign, currentDesignsOf } from "./sql/claimDesigns.js";
import { type ClaimedPaper, claimPaper, waitingChats } from "./sql/claimPapers.js";
import type { Transactions } from "./transaction.js";

/** How long (ms) a claimed paper is left to whoever claimed it: much longer than any takes. */
const lease = 60_000;
/** Tries before a paper is given up: what fails so often fails because of the paper. */
const tries = 3;

/** How long (ms) a paper may wait until its chat shows that one is coming, and how long Telegram shows that. */
const showing = { after: 1_000, every: 4_000 } as const;

/** How long (ms) without a paper until the typesetter gives its memory back. */
const patience = 5 * 60_000;

/** What was set: `accessible` is false where a paper holds a sign that no font has. */
type Set = { readonly file: Uint8Array; readonly accessible: boolean };

/** A template or a logo of an institution, with its bytes. */
export type OwnDesign = CurrentDesign & { readonly file: Buffer };

/** Sets papers and draws pictures elsewhere than in this thread. */
export type PaperTypesetter = {
  /** A PDF by the shipped template, or the PNG of a picture; with the photos of the paper that are here, by their ids. */
  readonly make: (
    content: PaperContent,
    photos: ReadonlyMap<string, Uint8Array>,
    logo: OwnDesign | undefined,
  ) => Promise<Set>;
  /** By a template of the institution. `faults` says, without a word of the paper, why that cannot be. */
  readonly makeOwn: (
    content: SetContent,
    template: OwnDesign,
    logo: OwnDesign | undefined,
  ) => Promise<Set | { readonly faults: string }>;
  /** Ends thread and process until the next paper. */
  readonly rest: () => Promise<void>;
};

/** A paper as it was made. */
type Made = Set & {
  /** The institution's template it was made with. */
  readonly design?: OwnDesign;
  /** The institution's template that could not make it. */
  readonly failed?: string;
};

/** A paper whose making has ended; of a picture with its width (units), else null. */
export type ToldPaper = EndedPaper & { readonly width: number | null };

/**
 * Makes the papers that were ordered, one at a time: each is set in another thread, kept sealed, and sent.
 *
 *   waiting ──claimed──► set, kept ──► made: sent to who asked for it
 *      ▲                   │
 *      └── failed (the claim runs out) ── for the third time ──► refused: who asked is told
 */
export function paperMaker(deps: {
  readonly database: Database;
  readonly sealer: Sealer;
  readonly files: Pick<AttachmentFiles, "keep" | "read">;
  readonly transactions: Transactions;
  readonly clock: () => Date;
  readonly log: Logger;
  readonly typesetter: PaperTypesetter;
  /** Sends the paper, or tells that it cannot be made, in the transaction that ends it. */
  readonly told: (work: Work, paper: ToldPaper, outcome: "made" | "refused") => void;
  /** Shows in a chat that a paper is being made. */
  readonly shown: (work: Work, chatId: number) => void;
  /** Tells the admins that a template of theirs cannot make a paper, in the same transaction. */
  readonly designFailed: (work: Work, design: FailedDesign) => Promise<void>;
}) {
  const { database, clock, log, typesetter } = deps;
  /** When the last paper was made; absent while the typesetter rests. */
  let lastMade: Date | undefined;
  /** When it was last shown in the chats that papers are being made. */
  let lastShown = 0;
  const inFlight = inFlightOf(1);

  async function photosOf(ids: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const photos = new Map<string, Uint8Array>();
    for (const id of ids) {
      // One that was not fetched yet, or never came, is named where it would stand.
      const bytes = await deps.files.read(id).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      });
      if (bytes !== undefined) photos.set(id, bytes);
    }
    return photos;
  }

  async function set(content: PaperContent, paper: string, logo?: OwnDesign): Promise<Set> {
    const photos = await photosOf("photos" in content ? (content.photos ?? []) : []);
    try {
      return await typesetter.make(content, photos, logo);
    } catch (error) {
      if (photos.size === 0) throw error;
      // A damaged photo must not keep everything else from being printed.
      log.warn({ err: error, paper }, "a paper is made without its photos");
      return typesetter.make(content, new Map(), logo);
    }
  }

  /** Shows whoever has waited for more than a moment that their paper is coming. */
  async function show(now: Date): Promise<void> {
    if (now.getTime() - lastShown < showing.every) return;
    const { rows } = await database.pool.query<{ chatId: string }>(waitingChats, [
      new Date(now.getTime() - showing.after),
    ]);
    if (rows.length === 0) return;
    lastShown = now.getTime();
    await deps.transactions.run(async (work) => {
      for (const { chatId } of rows) deps.shown(work, Number(chatId));
    });
  }

  async function settle(id: string, made?: Made, content?: PaperContent): Promise<void> {
    await deps.transactions.run(async (work) => {
      const ended = await endPaper(work, id, made?.file, made?.design);
      const failed = made?.failed === undefined ? undefined : await noteFailure(work, made.failed);
      if (failed !== undefined) await deps.designFailed(work, failed);
      if (ended === undefined) return;
      const width = content !== undefined && "svg" in content ? content.width : null;
      deps.told(work, { ...ended, width }, made === undefined ? "refused" : "made");
    });
  }

  async function make(row: ClaimedPaper): Promise<void> {
    try {
      const content = paperContentOf(deps.sealer, row);
      const made = await madeOf(row, content);
      if (!made.accessible) log.warn({ paper: row.id }, "a paper holds a sign that no font has");
      await deps.files.keep(row.id, made.file);
      await settle(row.id, made, content);
    } catch (error) {
      log.error({ err: error, paper: row.id, attempts: row.attempts }, "a paper could not be made");
      if (row.attempts >= tries) await settle(row.id);
    }
  }

  async function madeOf(row: ClaimedPaper, content: PaperContent): Promise<Made> {
    if (!("template" in content)) return set(content, row.id);
    if (content.template === dataTemplate) return { file: Buffer.from(content.data), accessible: true };
    const kind = kindOf(deps.sealer, row);
    const { rows } = await database.pool.query<CurrentDesign>(currentDesignsOf, [row.organizationId, kind]);
    const logo = await read(rows.find((one) => one.kind === "logo"));
    const template = await read(rows.find((one) => one.kind !== "logo"));
    if (template === undefined) return set(content, row.id, logo);
    const made = await typesetter.makeOwn(content, template, logo);
    if (!("faults" in made)) return { ...made, design: template };
    const { faults } = made;
    log.error(
      { paper: row.id, design: template.id, faults },
      "a template of an institution cannot make a paper",
    );
    return { ...(await set(content, row.id, logo)), failed: template.id };
  }

  /** Undefined where it cannot be read: a paper is made without it rather than not at all. */
  async function read(design: CurrentDesign | undefined): Promise<OwnDesign | undefined> {
    if (design === undefined) return undefined;
    try {
      return { ...design, file: await deps.files.read(design.id) };
    } catch (error) {
      log.error({ err: error, design: design.id }, "a design cannot be read");
      return undefined;
    }
  }

  return {
    /** Tells the maker how to wake its loop when a paper was made. */
    onReturn: inFlight.onReturn,

    /** Begins to make one paper, unless one is being made. */
    async turn(): Promise<boolean> {
      const now = clock();
      await show(now);
      if (inFlight.free() === 0) return false;
      const until = new Date(now.getTime() + lease);
      const { rows } = await database.pool.query<ClaimedPaper>(claimPaper, [now, until]);
      const [row] = rows;
      if (row === undefined) {
        if (lastMade !== undefined && now.getTime() - lastMade.getTime() >= patience) {
          lastMade = undefined;
          await typesetter.rest();
        }
        return false;
      }
      lastMade = now;
      inFlight.begin(
        make(row).catch((error: unknown) =>
          log.error({ err: error, paper: row.id }, "a paper could not be ended"),
        ),
      );
      return false;
    },

    /** Sets what is no paper of a case, in the same thread. */
    typeset(content: SetContent) {
      lastMade = clock();
      return typesetter.make(content, new Map(), undefined);
    },

    /** Ends the typesetter. A paper under way is made again after the next start. */
    async finish(): Promise<void> {
      await inFlight.ended();
      await typesetter.rest();
    },
  };
}
