/**
 * Why the Bot API says no: a request that Telegram would refuse, with Telegram's own code and words. Methods
 * throw it, the server answers with it. Programs compare these words, so they are copied, not retold: from
 * tdlib/telegram-bot-api (`Client.cpp`) and tdlib/td.
 */

/** What may come with a refusal: seconds to wait after too many requests. */
export type RefusalParameters = { readonly retry_after?: number; readonly migrate_to_chat_id?: number };

/** A refused request. `code` is Telegram's `error_code` and the HTTP status, `message` its `description`. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

/** The request is wrong: `Bad Request: chat not found`. */
export const badRequest = (reason: string): Refusal => new Refusal(400, `Bad Request: ${reason}`);

/** The bot may not: `Forbidden: bot was blocked by the user`. */
export const forbidden = (reason: string): Refusal => new Refusal(403, `Forbidden: ${reason}`);

/** Two of the bot's instances stand in each other's way. */
export const conflict = (reason: string): Refusal => new Refusal(409, `Conflict: ${reason}`);

/** Flood control: nothing of this kind before `seconds` have passed. */
export const tooManyRequests = (seconds: number): Refusal =>
  new Refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
