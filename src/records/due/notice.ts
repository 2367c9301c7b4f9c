import type { Audience } from "../../practice/deadline.js";
import type { OrganizationHours } from "./deadlines.js";
import type { Task } from "./tasks.js";

/** A task as one recipient is reminded of it: as its owner, its supervisor, or an overseeing admin. */
export type TaskReminder = Task & {
  readonly audience: Audience;
  /** The reminder step of the ladder. */
  readonly rung: string;
  /** The recipient has read of it before as of something late. */
  readonly wasLate: boolean;
  /** Somebody wrote what they are doing about a statutory deadline. */
  readonly inHand: boolean;
  /** Whose task it is. The name is sealed; it is shown only to those who supervise or oversee the owner. */
  readonly ownerId: string;
  readonly ownerName: string;
  /** When the owner was last reminded of it by the bot; null where never. */
  readonly ownerToldAt: Date | null;
};

/** Who is reminded. */
export type Recipient = {
  readonly memberId: string;
  readonly organizationId: string;
  readonly chatId: number;
  readonly locale: string | null;
  /** Sealed. It may be used in a greeting to the person themselves. */
  readonly name: string;
  readonly zone: string;
  readonly rules: OrganizationHours;
};
