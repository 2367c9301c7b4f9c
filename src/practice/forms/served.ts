/** Whom a case serves, as conditions of its later forms. */
import type { Condition, Variant } from "../form.js";
import { is } from "./when.js";

/** The case serves one person or one family: body and mind, a genogram. */
export const servesFamily: Condition = is("case.level", "individual", "family");

/** The case serves a group or a community: actors, shared problems, no genogram. */
export const servesGroup: Condition = is("case.level", "group", "community");

/** A group or a community is asked in words of its own. */
export const groupServed = { name: "group", when: servesGroup } as const satisfies Variant;

/** The client is a child whose parent or guardian can be asked. */
export const hasGuardian: Condition = is("case.guardianState", "reachable");

/** The client is a child whose guardian cannot be asked: unknown, or suspected. */
export const lacksGuardian: Condition = is("case.guardianState", "unknown", "suspected");

/** The child's guardian is suspected: nothing is asked of them. */
export const guardianSuspected: Condition = is("case.guardianState", "suspected");
