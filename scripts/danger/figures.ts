/** Figures of the reading of danger over the messages in test/guidance/danger. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { DangerReader, DangerReading } from "../../src/guidance/danger/reader.js";
import { type EmergencyKind, emergencies } from "../../src/guidance/entry.js";

const dangerFile = z.array(
  z.strictObject({
    voice: z.string(),
    whom: z.enum(["worker", "client"]),
    dangers: z.array(z.enum(emergencies)).min(1),
    messages: z.array(z.string()),
  }),
);
const ordinaryFile = z.array(
  z.strictObject({
    about: z.string(),
    at: z.enum(["idle", "answer"]),
    reading: z.enum(["none", "past"]),
    messages: z.array(z.string()),
  }),
);

const blindFile = z.array(
  z.union([
    dangerFile.element.extend({ wave: z.int(), at: z.enum(["idle", "answer"]) }),
    ordinaryFile.element.extend({ wave: z.int() }),
  ]),
);

/** Waves 1 and 2 were learned from once they had been measured. */
const blindFiles = ["blind3.yaml", "blind4.yaml"];

/** A message, how it should be read, and whether it is kept for the final figure. */
export type Message = {
  readonly text: string;
  readonly at: "idle" | "answer";
  readonly expected: "danger" | "none" | "past";
  readonly whom: "worker" | "client" | undefined;
  readonly dangers: readonly EmergencyKind[];
  /** The voice of a danger, or what an ordinary message is about. */
  readonly group: string;
  readonly final: boolean;
};

/** A third, by what the text is: adding a message moves no other one. */
function isFinal(text: string): boolean {
  let hash = 2166136261;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16777619) >>> 0;
  return (hash >>> 8) % 3 === 0;
}

/** Every message of the set in `folder`. */
export function loadMessages(folder: string): Message[] {
  const read = (name: string): unknown => parse(readFileSync(join(folder, name), "utf8"));
  return [
    ...dangerFile.parse(read("danger.yaml")).flatMap(({ voice, messages, ...rest }) =>
      messages.map(
        (text): Message => ({
          ...rest,
          text,
          at: "idle",
          expected: "danger",
          group: voice,
          final: isFinal(text),
        }),
      ),
    ),
    ...ordinaryFile.parse(read("ordinary.yaml")).flatMap(({ about, at, reading, messages }) =>
      messages.map(
        (text): Message => ({
          text,
          at,
          expected: reading,
          whom: undefined,
          dangers: [],
          group: about,
          final: isFinal(text),
        }),
      ),
    ),
  ];
}

/** The messages that are only ever measured, by wave. */
export function loadBlind(folder: string): Map<number, Message[]> {
  const waves = new Map<number, Message[]>();
  const groups = blindFiles.flatMap((name) =>
    blindFile.parse(parse(readFileSync(join(folder, name), "utf8"))),
  );
  for (const group of groups) {
    const wave = waves.get(group.wave) ?? [];
    waves.set(group.wave, wave);
    for (const text of group.messages)
      wave.push(
        "voice" in group
          ? { ...group, text, expected: "danger", group: group.voice, final: true }
          : {
              ...group,
              text,
              expected: group.reading,
              whom: undefined,
              dangers: [],
              group: group.about,
              final: true,
            },
      );
  }
  return waves;
}

/** How a message was read, and what is wrong with that. */
export type Outcome = {
  readonly message: Message;
  readonly reading: DangerReading;
  readonly wrong: "missed" | "alarm" | "whom" | "kind" | "not past" | undefined;
};

/** Reads every message. */
export function readAll(reader: DangerReader, messages: readonly Message[]): Outcome[] {
  return messages.map((message) => {
    const reading = reader.read(message.text, message.at);
    return { message, reading, wrong: faultOf(message, reading) };
  });
}

function isAlarm(reading: DangerReading): reading is Extract<DangerReading, { whom: string }> {
  return reading.kind === "danger" || reading.kind === "unsure";
}

function faultOf(message: Message, reading: DangerReading): Outcome["wrong"] {
  if (message.expected !== "danger") {
    if (isAlarm(reading)) return "alarm";
    return message.expected === "past" && reading.kind !== "past" ? "not past" : undefined;
  }
  if (!isAlarm(reading)) return "missed";
  if (!reading.dangers.some((danger) => message.dangers.includes(danger))) return "kind";
  return reading.whom === message.whom ? undefined : "whom";
}

/** One figure: how many of how many. */
export type Figure = { readonly name: string; readonly of: number; readonly count: number };

/** Recall and false alarms, whole and by group. */
export function figuresOf(outcomes: readonly Outcome[]): Figure[] {
  const figure = (
    name: string,
    among: (outcome: Outcome) => boolean,
    counts: (outcome: Outcome) => boolean,
  ): Figure => {
    const chosen = outcomes.filter(among);
    return { name, of: chosen.length, count: chosen.filter(counts).length };
  };
  const danger = ({ message }: Outcome) => message.expected === "danger";
  const ordinary = (outcome: Outcome) => !danger(outcome);
  const alarm = ({ reading }: Outcome) => isAlarm(reading);
  const groups = (among: (outcome: Outcome) => boolean) => [
    ...new Set(outcomes.filter(among).map(({ message }) => message.group)),
  ];
  return [
    figure("recall", danger, alarm),
    figure("  of these unsure", danger, ({ reading }) => reading.kind === "unsure"),
    figure(
      "  whom right",
      (outcome) => danger(outcome) && alarm(outcome),
      ({ message, reading }) => isAlarm(reading) && reading.whom === message.whom,
    ),
    figure(
      "  kind right",
      (outcome) => danger(outcome) && alarm(outcome),
      ({ message, reading }) =>
        isAlarm(reading) && reading.dangers.some((one) => message.dangers.includes(one)),
    ),
    ...emergencies.map((kind) =>
      figure(`recall ${kind}`, (outcome) => danger(outcome) && outcome.message.dangers.includes(kind), alarm),
    ),
    ...(["worker", "client"] as const).map((whom) =>
      figure(`recall ${whom}`, ({ message }) => message.whom === whom, alarm),
    ),
    ...groups(danger).map((voice) =>
      figure(`recall ${voice}`, (outcome) => danger(outcome) && outcome.message.group === voice, alarm),
    ),
    figure("false alarms", ordinary, alarm),
    figure("  of these unsure", ordinary, ({ reading }) => reading.kind === "unsure"),
    figure(
      "  on messages outside forms",
      (outcome) => ordinary(outcome) && outcome.message.at === "idle",
      alarm,
    ),
    figure("  on answers", (outcome) => ordinary(outcome) && outcome.message.at === "answer", alarm),
    ...groups(ordinary).map((about) =>
      figure(`alarms ${about}`, (outcome) => ordinary(outcome) && outcome.message.group === about, alarm),
    ),
    figure(
      "past read as past",
      ({ message }) => message.expected === "past",
      ({ reading }) => reading.kind === "past",
    ),
  ];
}

/** The figures as a table of plain text. */
export function tableOf(figures: readonly Figure[]): string {
  return figures
    .map(
      ({ name, of, count }) =>
        `${name.padEnd(32)}${String(count).padStart(5)} of ${String(of).padStart(4)}   ${(count / Math.max(1, of)).toFixed(3)}`,
    )
    .join("\n");
}
