import type { Prisma } from "../../generated/prisma/client.js";
import type { FormId } from "../../practice/form.js";
import type { Work } from "../people/work.js";
import type { CellAddress } from "../storage/seal.js";

/** On what ground a case goes to another institution, as a referral says it (UU 14/2019 Pasal 44 ayat (1)). */
export const transferGrounds = ["client", "guardian", "representatives", "emergency", "law"] as const;

/** One of these grounds. */
export type TransferGround = (typeof transferGrounds)[number];

/**
 * The life cycle of a transfer.
 *
 *   draft ──asked──► asked ──released──► sent ──► accepted
 *     │                │                   │
 *     │                ├──► refused        ├──► declined
 *     └────────────────┴──► withdrawn ◄────┘
 *
 * The worker asks and may withdraw until it is decided on; the supervisor releases or refuses; a supervisor there accepts
 * or declines. What was agreed on is written down when it is released, and is gone again where it is not accepted.
 */
export const transferStatuses = [
  "draft",
  "asked",
  "refused",
  "withdrawn",
  "sent",
  "declined",
  "accepted",
] as const;

/** The status of a transfer. */
export type TransferStatus = (typeof transferStatuses)[number];

/** A form that goes with a case. */
export type GivenForm = { readonly roundId: string; readonly form: FormId; readonly sequence: number };

/** What was agreed on: which forms go, on which ground, and why the case goes. Null until it is said. */
export type TransferTerms = {
  readonly forms: readonly GivenForm[];
  readonly ground: TransferGround | null;
  readonly reason: string | null;
};

/** An answer as it stands in a packet: in words, so that it reads the same wherever it is opened. */
export type PacketLine = {
  /** The item of a list it belongs to; null for an answer of the form itself. */
  readonly group: string | null;
  readonly label: string;
  readonly answer: string;
};

/** A form in a packet. */
export type PacketForm = Pick<GivenForm, "form" | "sequence"> & {
  /** When it was sent, ISO. */
  readonly sentAt: string;
  readonly lines: readonly PacketLine[];
};

/** What goes to the other institution: exactly what was agreed on, as it stood when it was sent. */
export type Packet = {
  readonly code: string;
  readonly ground: TransferGround;
  readonly reason: string;
  readonly forms: readonly PacketForm[];
};

/** The relations a transfer is read with. */
export const transferInclude = {
  case: { select: { code: true } },
} satisfies Prisma.TransferInclude;

/** A row of `Transfer` with these relations. */
export type TransferRow = Prisma.TransferGetPayload<{ include: typeof transferInclude }>;

/** The place of a sealed column of a transfer. */
export function transferCell(column: "terms" | "packet" | "answer", row: string): CellAddress {
  return { table: "Transfer", column, row };
}

/** What was agreed on; nothing where it was erased. */
export function termsOf(work: Work, { id, terms }: Pick<TransferRow, "id" | "terms">): TransferTerms {
  if (terms === null) return { forms: [], ground: null, reason: null };
  return JSON.parse(work.sealer.open(terms, transferCell("terms", id))) as TransferTerms;
}

/** The same, sealed for its row. */
export function sealedTerms(work: Work, id: string, terms: TransferTerms): string {
  return work.sealer.seal(JSON.stringify(terms), transferCell("terms", id));
}

/** The names of two institutions of a transfer: where it is from and where it goes. */
export async function institutionsOf(
  work: Work,
  row: Pick<TransferRow, "organizationId" | "toOrganizationId">,
): Promise<{ readonly from: string; readonly to: string }> {
  const tx = await work.tx();
  const rows = await tx.organization.findMany({
    where: { id: { in: [row.organizationId, row.toOrganizationId] } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => rows.find((one) => one.id === id)?.name ?? "";
  return { from: nameOf(row.organizationId), to: nameOf(row.toOrganizationId) };
}
