/**
 * Who may do what over the page. This is the only place that decides it; a call that has no row here is nobody's.
 *
 * The trainer sits at this machine: their requests come to the loopback address. Learners come over the network to an
 * address of its own, where nothing makes a trainer of them. A stranger is a learner who has not entered the code.
 */
import type { Conversation } from "../chats.js";
import type { Command } from "../commands.js";
import { integerField } from "../payload.js";
import { Declined } from "./refusing.js";

/** Who makes a request. */
export type Visitor =
  | { readonly kind: "trainer" }
  | { readonly kind: "learner"; readonly person: number }
  | { readonly kind: "stranger" };

const trainer = ["trainer"] as const;
const both = ["trainer", "learner"] as const;

/** The calls of the page, and who may make them. A learner makes them as the one person they are. */
export const callers = {
  "GET state": both,
  "GET chat": both,
  "POST send": both,
  "POST open": both,
  "POST edit": both,
  "POST press": both,
  "POST key": both,
  "POST inline": both,
  "POST pick": both,
  "POST block": both,
  "POST unblock": both,
  "POST read": both,
  "GET transcript": both,
  "GET exercises": both,
  "POST exercise": both,
  "POST exercise/end": both,
  "POST person": trainer,
  "POST clock": trainer,
  "POST fill": trainer,
  "POST clean": trainer,
  "POST tour": trainer,
  "POST language": trainer,
  "GET script": trainer,
  "GET learners": trainer,
  "POST learners/return": trainer,
} as const satisfies Readonly<Record<string, readonly Visitor["kind"][]>>;

/** The name of a call: method and path. */
export type CallName = keyof typeof callers;

/** Calls by which something is done in the room, which a learner does no faster than people can; the others only look. */
export function isDeed(name: CallName): boolean {
  return name.startsWith("POST ") && name !== "POST read";
}

/** Whether a path below the page's is a call at all. */
export function isCall(name: string): name is CallName {
  return Object.hasOwn(callers, name);
}

/**
 * A learner names nobody but themselves, and sends the files they have, not so and so many bytes of none.
 *
 * @throws {Declined} where a visitor may not make a call, or not in this way
 */
export function checkCall(visitor: Visitor, name: CallName, { payload, uploads }: Command): void {
  const allowed: readonly Visitor["kind"][] = callers[name];
  if (visitor.kind === "stranger") throw new Declined("stranger", "Enter the code of the room first.");
  if (!allowed.includes(visitor.kind)) throw new Declined("forbidden", "Only the trainer does this.");
  if (visitor.kind === "trainer") return;
  if (payload.person !== undefined && integerField(payload, "person") !== visitor.person)
    throw new Declined("forbidden", "This is somebody else's chat.");
  for (const kind of ["photo", "voice", "document"]) {
    if (payload[kind] !== undefined && !uploads.has(kind))
      throw new Declined("wrong", "There is no such file.");
  }
}

/** A request as the visitor may make it: a learner is one person, whether they say so or not. */
export function asVisitor(visitor: Visitor, command: Command): Command {
  if (visitor.kind !== "learner") return command;
  return { ...command, payload: { ...command.payload, person: visitor.person } };
}

/** Whether a file may be seen: anybody's by the trainer, by a learner what stands in their own chat. */
export function maySeeFile(visitor: Visitor, fileId: string, ownChat: Conversation | undefined): boolean {
  if (visitor.kind === "trainer") return true;
  const named = JSON.stringify(fileId);
  return [...(ownChat?.messages.values() ?? [])].some((message) => JSON.stringify(message).includes(named));
}
