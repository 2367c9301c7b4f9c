/** One call of the Bot API, as the methods get it. */

import type { Bot } from "../chats.js";
import type { Payload } from "../payload.js";
import type { World } from "../world.js";

/** A file that came with a request. */
export type UploadedFile = {
  readonly content: Buffer;
  readonly name: string | undefined;
  readonly mime: string | undefined;
};

/** The files of a request by the names of their parts. */
export type Uploads = ReadonlyMap<string, UploadedFile>;

/** A call: who calls, with which parameters and files. */
export type Call = {
  readonly world: World;
  readonly bot: Bot;
  readonly payload: Payload;
  readonly uploads: Uploads;
  /** Registers what to do when the client goes away before the answer; long polling needs it. */
  readonly onGone: (cancel: () => void) => void;
};

/** A result that is JSON already. */
export class Serialized {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** Carries out a call: its result, or a promise of it. Throws a `Refusal` where Telegram would refuse. */
export type Method = (call: Call) => unknown;
