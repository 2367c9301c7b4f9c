import type { Rules } from "./rules.js";

/** The roles of members. One member may have several. */
export const roles = ["worker", "supervisor", "admin"] as const;

/** A role of a member. */
export type Role = (typeof roles)[number];

/** The member on whose behalf something is read or written. Repositories check the permissions of this member. */
export type Actor = {
  readonly memberId: string;
  readonly accountId: number;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly roles: readonly Role[];
  readonly supervisorId: string | null;
  /** Null until the person consented to the notice. */
  readonly consentVersion: number | null;
  /** IANA zone of the organisation. */
  readonly zone: string;
  readonly rules: Rules;
};

/**
 * The person asked for something they have no permission for, or that does not exist. The chat does not tell which.
 */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
  /** The case that was refused, where there is one that they may not read. */
  readonly caseId: string | undefined;

  constructor(caseId?: string) {
    super();
    this.caseId = caseId;
  }
}

/**
 * The data changed since it was read. The unit of work is undone and done again. The person notices nothing, unless
 * the second try ends in a `Conflict`.
 */
export class Stale extends Error {
  override readonly name = "Stale";
}

/** Something this update depends on is still being sent. The update is put back untouched and handled later. */
export class NotYet extends Error {
  override readonly name = "NotYet";
}

/** Someone else changed the same thing in the meantime. The person is told. */
export class Conflict extends Error {
  override readonly name = "Conflict";
  readonly byMemberId: string | null;
  readonly at: Date | null;

  constructor(message: string, byMemberId: string | null = null, at: Date | null = null) {
    super(message);
    this.byMemberId = byMemberId;
    this.at = at;
  }
}

/** The case is read-only, because its client asked for it (UU 27/2022 Pasal 11, 41). */
export class CaseRestricted extends Error {
  override readonly name = "CaseRestricted";
}

/** The case is read-only, because no legal ground allows to keep personal data in it (UU 27/2022 Pasal 20). */
export class DataOnHold extends Error {
  override readonly name = "Held";
}
