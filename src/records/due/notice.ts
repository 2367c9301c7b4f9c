import type { Audience } from "../../practice/deadline.js";
import type { OrganizationHours } from "./deadlines.js";
import type { Task } from "./tasks.js";

/** A task as one person is reminded of it: as whose it is, whom they supervise, or what they oversee. */
export type TaskReminder = Task & { readonly audience: Audience };

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
