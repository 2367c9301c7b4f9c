import type { Rules } from "./rules.js";

/** What a member may be. One member may have several roles. */
export const roles = ["worker", "supervisor", "admin"] as const;
export type Role = (typeof roles)[number];

/** The member on whose behalf something is read or written. Every repository takes one and checks its right. */
export type Actor = {
  readonly memberId: string;
  readonly accountId: number;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly roles: readonly Role[];
  readonly supervisorId: string | null;
  /** Null until the person agreed to what is stored. */
  readonly consentVersion: number | null;
  /** IANA zone of the organisation. */
  readonly zone: string;
  readonly rules: Rules;
};

/** The person asked for something that is not theirs. The chat answers "not found or not yours". */
export class NotAllowed extends Error {
  override readonly name = "NotAllowed";
}

/**
 * What was read is not what is there any more: the work is undone, and done again from what is there now. Nobody
 * hears of it, unless doing it again ends in a `Conflict`.
 */
export class Stale extends Error {
  override readonly name = "Stale";
}

/**
 * What has to be known for it is still on the wire: the update is put back, as if it had not been touched, and
 * handled once that is known.
 */
export class NotYet extends Error {
  override readonly name = "NotYet";
}

/** Someone else changed the same thing in the meantime. */
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

/** The case is only read: nothing allows to keep personal data in it (UU 27/2022 Pasal 20). */
export class DataOnHold extends Error {
  override readonly name = "Held";
}
