import type { Audience } from "../../practice/deadline.js";
import type { OrganizationHours } from "./deadlines.js";
import type { Task } from "./tasks.js";

/** A task as one person is reminded of it: as whose it is, whom they supervise, or what they oversee. */
export type TaskReminder = Task & {
  readonly audience: Audience;
  /** The rung of the ladder that is told. */
  readonly rung: string;
  /** Somebody wrote what they are doing about what the law sets. */
  readonly inHand: boolean;
  /** Whose task it is; the name is sealed, and is told to those who supervise or oversee them. */
  readonly ownerId: string;
  readonly ownerName: string;
};

/** Who is reminded. */
export type Recipient = {
  readonly memberId: string;
  readonly organizationId: string;
  readonly chatId: number;
  readonly locale: string | null;
  /** Sealed; in a greeting to the person themselves it may be said. */
  readonly name: string;
  readonly zone: string;
  readonly rules: OrganizationHours;
};
