import { createHash } from "node:crypto";
import { type Answer, ask } from "../../guidance/ask.js";
import type { DangerReader } from "../../guidance/danger/reader.js";
import type { Group, GuidanceEntry } from "../../guidance/entry.js";
import { type FollowUp, followUpOf, paragraphFor } from "../../guidance/followUp.js";
import { entriesOf, entryOf, type Guidance } from "../../guidance/guidance.js";
import { languageOf } from "../../guidance/language.js";
import type { FoundPasal, LawSearch } from "../../guidance/laws/lawIndex.js";
import type { FoundPlace, Laws } from "../../guidance/laws/laws.js";
import { citedPlace } from "../../guidance/laws/sources.js";
import { type SmallTalk, smallTalkOf } from "../../guidance/smallTalk.js";
import type { Locale } from "../../texts.js";

/** A topic that was found. */
export type Hit = { readonly topic: string };

/** The guidance that ships with the bot, as the chat uses it. */
export type GuidanceIndex = {
  /** Answers with at most `limit` topics. Those in `near` rank slightly higher. */
  readonly ask: (question: string, limit: number, near?: readonly string[]) => Answer;
  /** What is asked on from the answer about `topic`; undefined where the question stands alone. */
  readonly followUp: (question: string, topic: string) => FollowUp | undefined;
  /** The paragraph of an entry that answers what a question asks on; undefined where none does. */
  readonly paragraph: (entry: GuidanceEntry, question: string) => string | undefined;
  /** The kind of small talk that a message is; undefined where it says anything else. */
  readonly smallTalk: (message: string) => SmallTalk | undefined;
  /** Undefined where there is no such topic: an entry may be gone since its button was sent. */
  readonly entry: (locale: Locale, topic: string) => GuidanceEntry | undefined;
  /** The entries of a group, by title. */
  readonly topics: (locale: Locale, group: Group) => readonly GuidanceEntry[];
  /**
   * A short key of a topic, six characters, so that several fit into a button. The same in every version of the bot.
   */
  readonly keyOf: (topic: string) => string;
  readonly topicOf: (key: string) => string | undefined;
  /** Whether it is a word of the language, or an abbreviation. What is neither may be a name. */
  readonly knows: (word: string) => boolean;
  /** The laws that ship. */
  readonly laws: Laws;
  /** The Pasal that fit a question, best first; in one law where one is given or named. */
  readonly searchLaws: (question: string, options?: LawSearch) => readonly FoundPasal[];
  /** The topics whose entries cite a Pasal, by `uu-14-2019 44`. */
  readonly citing: ReadonlyMap<string, readonly string[]>;
  /** From which probability one answer is shown, and from which several to choose from. */
  readonly thresholds: { readonly answer: number; readonly ask: number };
  /** Detects danger in a typed text. */
  readonly danger: DangerReader;
};

/** The index over what was opened at the start. */
export function guidanceIndexOf(guidance: Guidance, danger: DangerReader): GuidanceIndex {
  const { library } = guidance;
  const topics = [...library.id.keys()];
  const byKey = new Map(topics.map((topic) => [shortOf(topic), topic]));
  if (byKey.size !== topics.length) throw new Error("two topics of the guidance have the same short key");
  return {
    ask: (question, limit, near = []) => ask(guidance, question, { limit, near: new Set(near) }),
    followUp: (question, topic) => followUpOf(guidance, question, topic),
    paragraph: (entry, question) => paragraphFor(guidance, entry, question),
    smallTalk: (message) => smallTalkOf(guidance.material.smallTalk, message),
    entry: (locale, topic) => entryOf(guidance, topic, locale) ?? entryOf(guidance, topic, "id"),
    topics: (locale, group) => entriesOf(guidance, group, locale),
    keyOf: shortOf,
    topicOf: (key) => byKey.get(key),
    knows: languageOf(guidance),
    laws: guidance.laws,
    searchLaws: (question, options) => guidance.lawIndex.search(question, options),
    citing: citingOf(guidance),
    thresholds: guidance.material.fit,
    danger,
  };
}

function shortOf(topic: string): string {
  return createHash("sha256").update(topic).digest("hex").slice(0, 6);
}

/** The topics whose entries cite the Pasal of a place. */
export function topicsCiting({ citing }: GuidanceIndex, { law, pasal }: FoundPlace): readonly string[] {
  return citing.get(`${law.id} ${pasal.number}`) ?? [];
}

function citingOf({ library, laws }: Guidance): ReadonlyMap<string, readonly string[]> {
  const citing = new Map<string, string[]>();
  for (const { topic, sources } of library.id.values()) {
    for (const source of sources) {
      const found = citedPlace(laws, source);
      if (found === undefined) continue;
      const key = `${found.law.id} ${found.pasal.number}`;
      const topics = citing.get(key) ?? [];
      if (!topics.includes(topic)) citing.set(key, [...topics, topic]);
    }
  }
  return citing;
}
