/** The stories behind the made-up cases, and the answers each gives to every form. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { addDays } from "../practice/calendar.js";
import type { LocalDate } from "../practice/form.js";
import { dangers } from "../practice/forms/vocabulary.js";
import type { StoryAnswers } from "./fillForm.js";

const text = z.string().min(1);
const clientSchema = z.object({
  name: text,
  place: z.tuple([text, text, text]),
  sex: z.enum(["male", "female"]).optional(),
  age: z.number().optional(),
  guardian: text.optional(),
  spouse: text.optional(),
  size: z.number().optional(),
  spokesperson: text.optional(),
  /** Name, relation to the client, sex, whether they live together: what a genogram is drawn from. */
  family: z.array(z.tuple([text, text, text, z.boolean()])).default([]),
});
const storySchema = z.object({
  key: text,
  level: z.enum(["individual", "family", "community"]).default("individual"),
  ppks: text,
  source: text,
  referrer: text.optional(),
  legal: z.array(text).default(["none"]),
  /** What the worker finds the client in danger of, at the assessment that is under way. */
  danger: z.array(z.enum(dangers).exclude(["none"])).optional(),
  clients: z.tuple([clientSchema, clientSchema]),
  problem: text,
  aim: text,
  /** Body, mind, family, money; of a community its situation and history. */
  assessment: z.array(text).min(2).max(4),
  /** The second begins with "!" or the first does: a risk to safety. */
  problems: z.tuple([text, text]),
  /** Name, kind, strength and direction of what stands around the client: what an ekomap is drawn from. */
  systems: z.array(z.tuple([text, text, text, text])).default([]),
  needs: text,
  strengths: z.tuple([text, text]),
  resources: text,
  risks: text,
  conclusion: text,
  recommendation: text.optional(),
  /** What is aimed at, by what it is seen, then the levels expected, more, less. */
  goal: z.tuple([text, text, text, text, text]),
  /** What is done, the worker's role, who, when. */
  activity: z.tuple([text, text, text, text]),
  notes: z.tuple([text, text, text]),
  view: text,
});

const storiesSchema = z.object({
  /** What workers write whatever the story is. */
  words: z.object({
    headOfFamily: text,
    actorPart: text,
    reached: text,
    nearly: text,
    returned: text,
    withdrew: text,
  }),
  stories: z.array(storySchema).min(1),
});

/** The file of stories, checked. */
export type Stories = z.infer<typeof storiesSchema>;

/** The words all sample stories share. */
export type StoryWords = Stories["words"];

/** A sample story. */
export type Story = Stories["stories"][number];

/** Reads the stories from a folder of samples. Throws where the file is wrong. */
export async function readStories(folder: string): Promise<Stories> {
  return storiesSchema.parse(parse(await readFile(join(folder, "cases.yaml"), "utf8")));
}

/** First contact with a story's client, on a day; `now` is when the worker fills it in. */
export function approachAnswers(
  story: Story,
  which: 0 | 1,
  {
    today,
    now,
    isSigned,
    words,
  }: {
    readonly today: LocalDate;
    readonly now: Date;
    readonly isSigned: boolean;
    readonly words: StoryWords;
  },
): StoryAnswers {
  const client = story.clients[which];
  const [village, district, regency] = client.place;
  const birth = { age: client.age ?? 40, asOf: today };
  const identity: StoryAnswers =
    story.level === "individual"
      ? {
          name: client.name,
          sex: client.sex ?? "female",
          birth,
          guardianState: "reachable",
          guardian: client.guardian ?? null,
        }
      : story.level === "family"
        ? {
            headName: client.name,
            headSex: client.sex ?? "male",
            headBirth: birth,
            "members.0": true,
            "members.0.member": client.spouse ?? null,
          }
        : {
            groupName: client.name,
            size: client.size ?? 100,
            spokesperson: client.spokesperson ?? null,
            groupConsentHow: "deliberation",
            consentPerson: client.spokesperson ?? null,
          };
  return {
    source: story.source,
    referrer: story.referrer ?? null,
    contactDate: addDays(today, -1),
    level: story.level,
    danger: ["none"],
    legal: story.legal,
    reportRequestedAt: new Date(now.getTime() - 3 * 3_600_000).toISOString(),
    reportRequestedBy: "investigator",
    ...identity,
    village,
    district,
    regency,
    ppks: story.ppks,
    problem: story.problem,
    explained: ["purpose", "procedure", "cost", "rights", "confidentiality", "complaints"],
    eligible: true,
    consent: true,
    consentBy: "client",
    ...(story.level === "family" ? { consentPerson: `${client.name}, ${words.headOfFamily}` } : {}),
    consentHow: "written",
    consentOn: today,
    dataConsent: true,
    dataConsentHow: "written",
    aim: story.aim,
    contractUntil: addDays(today, 120),
    workerDuties: ["standard", "information", "confidentiality", "visits"],
    clientDuties: ["honest", "attend", "tell"],
    signedOn: isSigned ? today : null,
  };
}

/** What the assessment found. */
export function assessmentAnswers(
  story: Story,
  which: 0 | 1,
  today: LocalDate,
  words: StoryWords,
): StoryAnswers {
  const [one = "", two = "", three = "", four = ""] = story.assessment;
  const isGroup = story.level === "community";
  const problem = (place: 0 | 1) => ({
    [`problems.${place}.title`]: story.problems[place].replace(/^!/, ""),
    [`problems.${place}.safetyRisk`]: story.problems[place].startsWith("!"),
  });
  return {
    danger: ["none"],
    "sources.0.method": isGroup ? "deliberation" : "home-visit",
    "sources.0.date": addDays(today, -1),
    ...(isGroup
      ? {
          groupSituation: one,
          groupHistory: two,
          "actors.0.name": story.clients[which].spokesperson?.split(",")[0] ?? "",
          "actors.0.part": words.actorPart,
          "actors.0.stance": "supports",
        }
      : { physical: one, psychological: two, familySocial: three, economic: four }),
    ...problem(0),
    "problems.1": true,
    ...problem(1),
    needs: story.needs,
    ...items(
      "family",
      story.clients[which].family.map(([name, relation, sex, livesTogether]) => ({
        name,
        relation,
        life: "alive",
        sex,
        livesTogether,
      })),
    ),
    ...items(
      "systems",
      story.systems.map(([name, kind, strength, direction]) => ({ name, kind, strength, direction })),
    ),
    "strengths.0.strength": story.strengths[0],
    "strengths.1": true,
    "strengths.1.strength": story.strengths[1],
    resources: story.resources,
    risks: story.risks,
    functioningNeeds: 2,
    functioningRoles: 3,
    functioningCoping: 2,
    conclusion: story.conclusion,
    recommendation: story.recommendation ?? story.conclusion,
  };
}

/** The answers to an optional list: that there is one more, and what is asked of it. */
function items(group: string, told: readonly StoryAnswers[]): StoryAnswers {
  return Object.fromEntries(
    told.flatMap((one, at) => [
      [`${group}.${at}`, true] as const,
      ...Object.entries(one).map(([key, value]) => [`${group}.${at}.${key}`, value] as const),
    ]),
  );
}

/** The plan the client agreed to, with one goal for the first problem. */
export function planAnswers(story: Story, today: LocalDate): StoryAnswers {
  const [statement, indicator, expected, more, less] = story.goal;
  const [activity, role, who, schedule] = story.activity;
  return {
    "usg.0.urgency": 5,
    "usg.0.seriousness": 4,
    "usg.0.growth": 4,
    "usg.1.urgency": 3,
    "usg.1.seriousness": 4,
    "usg.1.growth": 3,
    strengths: ["strengths.0"],
    "goals.0.statement": statement,
    "goals.0.problem": "problems.0",
    "goals.0.indicator": indicator,
    "goals.0.targetDate": addDays(today, 30),
    "goals.0.gasExpected": expected,
    "goals.0.gasMore": more,
    "goals.0.gasLess": less,
    "activities.0.activity": activity,
    "activities.0.role": role,
    "activities.0.who": who,
    "activities.0.schedule": schedule,
    sourceSystems: story.resources,
    evaluationDate: addDays(today, 30),
    agreement: "agrees",
    guardianAgreement: "agrees",
    agreedHow: "deliberation",
  };
}

/** One session; `next` is when they meet again. */
export function sessionAnswers(
  story: Story,
  place: 0 | 1 | 2,
  today: LocalDate,
  next: LocalDate | null,
): StoryAnswers {
  return {
    date: today,
    roles: [story.activity[1]],
    goals: ["goals.0"],
    note: story.notes[place],
    progress: (["little", "little", "good"] as const)[place],
    nextDate: next,
  };
}

/** The evaluation: the service goes on until another day, or ends. */
export function evaluationAnswers(
  story: Story,
  today: LocalDate,
  decision: "continue" | "terminate",
  words: StoryWords,
): StoryAnswers {
  return {
    date: today,
    "attainment.0.level": decision === "terminate" ? 1 : -1,
    functioningNeeds: 3,
    functioningRoles: 4,
    functioningCoping: 3,
    helped: story.resources,
    clientView: story.view,
    decision,
    decisionReason: decision === "terminate" ? words.reached : words.nearly,
    nextEvaluation: addDays(today, 30),
  };
}

/** The end of the service. */
export function terminationAnswers(story: Story, today: LocalDate): StoryAnswers {
  return {
    reason: "goals-met",
    endedOn: today,
    independence: ["needs", "support", "knows-help", "safe"],
    clientTold: true,
    clientAgrees: true,
    summary: `${story.goal[0]}. ${story.notes[2]}`,
    aftercare: true,
    firstVisit: addDays(today, 30),
  };
}
