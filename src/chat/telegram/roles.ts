import type { Role } from "../../records/people/actor.js";

/** The words of a role, in whatever language they are wanted. */
type RoleWords = { readonly plain: (key: `role-${Role}`) => string };

/** Roles in words: "pekerja sosial, supervisor". */
export function rolesText(say: RoleWords, roles: readonly Role[]): string {
  return roles.map((role) => say.plain(`role-${role}`)).join(", ");
}
