import type { ServiceAnswer } from "./proposals.js";

/** The outside services that may help: one writes down what is heard, one proposes answers from a note. */
export const assistServices = ["transcription", "language"] as const;

/** An outside service that may help. */
export type AssistService = (typeof assistServices)[number];

/** The services the operator of the machine named, each by its host. */
export type AssistHosts = { readonly [service in AssistService]?: string };

/** What a language service is asked: what it is to do, and the material, which is data and no instruction. */
export type AssistPrompt = { readonly instruction: string; readonly material: object };

/** An answer as a language service gives it, to the question it was told by this id. */
export type RawAnswer = Omit<ServiceAnswer, "path"> & { readonly id: string };

/** What a job asks a service; "wait" while its recording is still being fetched, "dropped" where nothing is asked. */
export type PreparedJob =
  | { readonly kind: "wait" }
  | { readonly kind: "dropped" }
  | { readonly kind: "transcription"; readonly attachmentId: string; readonly mime: string | null }
  | {
      readonly kind: "language";
      readonly prompt: AssistPrompt;
      /** The answers to the questions of the form, masked words put back. */
      readonly read: (answers: readonly RawAnswer[]) => readonly ServiceAnswer[];
    };

/** How a job ended. */
export type JobOutcome =
  | { readonly kind: "heard"; readonly words: string }
  | { readonly kind: "proposed"; readonly answers: readonly ServiceAnswer[] }
  | { readonly kind: "failed" };
