import { furtherParts, groups } from "../../../guidance/entry.js";
import { lawIds } from "../../../guidance/laws/law.js";
import { premises } from "../../../guidance/material.js";
import { dilemmaSteps } from "../../../records/questions/dilemmas.js";
import { missReasons } from "../../../records/questions/guidanceVotes.js";
import {
  type Codec,
  callback,
  count,
  favoured,
  hash,
  id,
  idOrNone,
  lawPlace,
  listOf,
  oneOf,
  onOff,
  plainCallback as plain,
  someOf,
  yesNo,
} from "../callback.js";
import { page } from "./codecs.js";

/** The short key of a guidance topic. */
const topic = hash(6);

/** The topic somebody came from, or none. */
const topicOrNone: Codec<string | null> = {
  encode: (value) => value ?? "-",
  decode: (text) => (text === "-" ? null : topic.decode(text)),
  longest: topic.longest,
};

const listedTopics = listOf(topic, 3);

/** The topics that came after one, or none. */
const nextTopics: Codec<readonly string[]> = {
  encode: (topics) => (topics.length === 0 ? "-" : listedTopics.encode(topics)),
  decode: (text) => (text === "-" ? [] : listedTopics.decode(text)),
  longest: listedTopics.longest,
};

const law = oneOf(lawIds);

/** What may stand above an answer: that it goes on from the last one, or what a question took for granted wrongly. */
export const answerLeads = ["none", "still", ...premises] as const;

/** What is written of an entry of the institution's own. Texts: `own-ask-<one>`. */
export const ownEntryParts = ["questions", "answer", "steps", "source", "review"] as const;

/** One of these. */
export type OwnEntryPart = (typeof ownEntryParts)[number];

/** One of these. */
export type AnswerLead = (typeof answerLeads)[number];

/** Guidance: topics, laws, documents, and entries of the institution's own. */
export const guidanceCallbacks = {
  // Guidance.
  topicGroups: plain("gm"),
  topicGroup: callback("gm:{group}:{page}", { group: oneOf(groups), page }),
  topic: callback("gt:{topic}", { topic }),
  wholeAnswer: callback("gt:{topic}:all", { topic }),
  // `open` is what is unfolded after the press.
  unfold: callback("ga:{topic}:{open}:{lead}", {
    topic,
    open: someOf(furtherParts),
    lead: oneOf(answerLeads),
  }),
  noneOfThese: plain("gn"),
  missed: callback("gx:{topic}:{next}", { topic, next: nextTopics }),
  whyMissed: callback("gy:{topic}:{why}:{next}", { topic, why: oneOf(missReasons), next: nextTopics }),
  vote: callback("gv:{topic}:{helped}", { topic, helped: yesNo }),
  quote: callback("gq:{documentId}:{passage}", { documentId: id, passage: count() }),
  laws: plain("lw"),
  law: callback("lw:{law}:{page}", { law, page }),
  lawChapter: callback("lw-c:{law}:{heading}:{page}", { law, heading: count(99), page }),
  lawPlace: callback("lw-p:{law}:{place}:{page}:{from}", {
    law,
    place: lawPlace,
    page: count(99),
    from: topicOrNone,
  }),
  lawExplained: callback("lw-e:{law}:{place}:{page}:{from}", {
    law,
    place: lawPlace,
    page: count(99),
    from: topicOrNone,
  }),
  lawFormer: callback("lw-f:{law}:{place}:{page}:{from}", {
    law,
    place: lawPlace,
    page: count(99),
    from: topicOrNone,
  }),
  lawBack: callback("lw-b:{topic}", { topic }),
  registration: callback("gr:{which}:{marks}", { which: oneOf(["first", "again"]), marks: count(63) }),
  unanswered: plain("unanswered"),
  unansweredPage: callback("unanswered:{page}", { page }),
  settleUnanswered: callback("unanswered:done:{questionId}", { questionId: id }),
  askSupervisor: plain("gs"),
  consultationsWaiting: plain("gw"),
  consultation: callback("consult:look:{consultationId}", { consultationId: id }),
  replyToConsultation: callback("consult:reply:{consultationId}", { consultationId: id }),
  keepFavourite: callback("fav:{what}", { what: favoured }),
  dropFavourite: callback("fav-x:{what}", { what: favoured }),
  favourites: callback("favs:{page}:{removing}", { page, removing: onOff }),

  // Entries of the institution's own: of a supervisor's reply, of a question nobody answered, of a topic that is out of date.
  keepReply: callback("consult:propose:{consultationId}", { consultationId: id }),
  answerUnanswered: callback("unanswered:write:{questionId}", { questionId: id }),
  writeInstead: callback("own-for:{topic}", { topic }),
  writeOwnEntry: plain("own-new"),
  ownEntries: callback("own-all:{page}", { page }),
  ownEntry: callback("own:{entryId}", { entryId: id }),
  ownDesk: callback("own-desk:{page}", { page }),
  ownCard: callback("own-card:{entryId}", { entryId: id }),
  ownHistory: callback("own-past:{entryId}", { entryId: id }),
  writeOwnPart: callback("own-set:{entryId}:{part}", { entryId: id, part: oneOf(ownEntryParts) }),
  proposeOwn: callback("own-ask:{entryId}", { entryId: id }),
  withdrawOwn: callback("own-back:{entryId}", { entryId: id }),
  keepOwn: callback("own-keep:{entryId}", { entryId: id }),
  declineOwn: callback("own-no:{entryId}", { entryId: id }),
  discardOwn: callback("own-drop:{entryId}", { entryId: id }),
  reviewOwn: callback("own-same:{entryId}", { entryId: id }),
  retireOwn: callback("own-end:{entryId}", { entryId: id }),
  voteOwn: callback("own-vote:{entryId}:{helped}", { entryId: id, helped: yesNo }),
  whyMissedOwn: callback("own-why:{entryId}:{why}", { entryId: id, why: oneOf(missReasons) }),
  dilemmas: plain("dilemma"),
  newDilemma: plain("dilemma:new"),
  dilemma: callback("dilemma:look:{dilemmaId}", { dilemmaId: id }),
  goOnWithDilemma: callback("dilemma:on:{dilemmaId}", { dilemmaId: id }),
  editDilemmaStep: callback("dilemma:on:{dilemmaId}:{step}", { dilemmaId: id, step: oneOf(dilemmaSteps) }),
  editDilemma: callback("dilemma:edit:{dilemmaId}", { dilemmaId: id }),
  chooseDilemmaCase: callback("dilemma:case:{dilemmaId}", { dilemmaId: id }),
  setDilemmaCase: callback("dilemma:put:{dilemmaId}:{caseId}", { dilemmaId: id, caseId: idOrNone }),
  askAboutDilemma: callback("dilemma:ask:{dilemmaId}", { dilemmaId: id }),
  documents: plain("documents"),
  documentsPage: callback("documents:{page}", { page }),
  document: callback("document:look:{documentId}", { documentId: id }),
  documentContents: callback("document:look:{documentId}:{page}", { documentId: id, page }),
  passage: callback("document:read:{documentId}:{passage}", { documentId: id, passage: count() }),
  acceptDocument: callback("document:add:{documentId}", { documentId: id }),
  declineDocument: callback("document:no:{documentId}", { documentId: id }),
  removeDocument: callback("document:remove:{documentId}", { documentId: id }),
} as const;
