/**
 * Failures on request: what goes wrong between a bot and Telegram, scripted. Each applies to the calls its
 * scope names, so many times, and is then used up.
 */
import type { MethodName } from "./methods/names.js";
import { integerField, type Payload } from "./payload.js";
import { Refusal, tooManyRequests } from "./refusal.js";

/**
 * What goes wrong.
 * - `tooManyRequests`: 429 for `retryAfter` seconds of the clock, or `times` times where a scope says so
 * - `refusal`: any other answer, in the words given
 * - `serverError`: a 5xx of the machines before the Bot API, 502 by default
 * - `hang`: the request is read and never answered
 * - `reset`: the connection breaks before anything is done
 * - `lostAnswer`: the call is carried out, then the connection breaks: the bot cannot know
 */
export type Failure =
  | { readonly kind: "tooManyRequests"; readonly retryAfter: number }
  | { readonly kind: "refusal"; readonly code: number; readonly description: string }
  | { readonly kind: "serverError"; readonly status?: number }
  | { readonly kind: "hang" }
  | { readonly kind: "reset" }
  | { readonly kind: "lostAnswer" };

/** Which calls fail: of one method, to one chat, of one bot; the first `skip` pass, then `times` fail (1). */
export type FailureScope = {
  readonly method?: MethodName;
  readonly chat?: number;
  readonly token?: string;
  readonly skip?: number;
  readonly times?: number;
};

/** A scripted failure: how often it struck, and the way to end it. */
export type ScriptedFailure = { readonly struck: number; stop(): void };

type Rule = {
  failure: Failure;
  scope: FailureScope;
  skip: number;
  left: number;
  until: number;
  struck: number;
};

const serverErrors: { readonly [status: number]: string } = {
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The failures that are scripted, and whom they strike. */
export class FailureScript {
  private readonly now: () => number;
  private readonly rules = new Set<Rule>();

  /** @param now the clock, in milliseconds */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Whether anything is scripted: the question of the hot path. */
  get isEmpty(): boolean {
    return this.rules.size === 0;
  }

  /** Scripts a failure. */
  add(failure: Failure, scope: FailureScope = {}): ScriptedFailure {
    const lastsByClock = failure.kind === "tooManyRequests" && scope.times === undefined;
    const rule: Rule = {
      failure,
      scope,
      skip: scope.skip ?? 0,
      left: lastsByClock ? Number.POSITIVE_INFINITY : (scope.times ?? 1),
      until: lastsByClock ? this.now() + failure.retryAfter * 1000 : Number.POSITIVE_INFINITY,
      struck: 0,
    };
    this.rules.add(rule);
    return {
      get struck() {
        return rule.struck;
      },
      stop: () => void this.rules.delete(rule),
    };
  }

  /** Ends all scripted failures. */
  clear(): void {
    this.rules.clear();
  }

  /**
   * What this call meets: nothing, or what the server has to do with the connection.
   * @throws {Refusal} where the failure is an answer
   */
  strike(token: string, method: MethodName, payload: Payload): "hang" | "reset" | "lostAnswer" | undefined {
    for (const rule of this.rules) {
      if (rule.until <= this.now()) {
        this.rules.delete(rule);
        continue;
      }
      const { scope } = rule;
      if (scope.method !== undefined && scope.method !== method) continue;
      if (scope.token !== undefined && scope.token !== token) continue;
      if (scope.chat !== undefined && scope.chat !== integerField(payload, "chat_id")) continue;
      if (rule.skip > 0) {
        rule.skip--;
        continue;
      }
      rule.struck++;
      if (--rule.left <= 0) this.rules.delete(rule);
      return this.effect(rule);
    }
    return undefined;
  }

  private effect({ failure, until }: Rule): "hang" | "reset" | "lostAnswer" {
    switch (failure.kind) {
      case "tooManyRequests":
        throw tooManyRequests(
          Number.isFinite(until) ? Math.max(1, Math.ceil((until - this.now()) / 1000)) : failure.retryAfter,
        );
      case "refusal":
        throw new Refusal(failure.code, failure.description);
      case "serverError": {
        const status = failure.status ?? 502;
        throw new Refusal(status, serverErrors[status] ?? "Internal Server Error");
      }
      default:
        return failure.kind;
    }
  }
}
