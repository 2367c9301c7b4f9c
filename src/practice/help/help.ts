/** Which topics of the guidance help at a question of a form or before a closed gate, for this client. */
import { holds } from "../conditions.js";
import type { Answers, Form, FormId, Key, LocalDate, Path } from "../form.js";
import type { ClosedGate } from "../gates.js";
import type { Help } from "./clientKinds.js";
import { atGate } from "./gateTopics.js";
import { atQuestion } from "./questionTopics.js";

/** What is known of a client: the answers of their approach, and the day on which they are read. */
export type KnownClient = { readonly answers: Answers; readonly today: LocalDate };

/** How many topics are offered. */
const most = 2;

/**
 * The topics that help at a question, at most two: those of the question, then those of the part of the form it stands in, what
 * is meant for this kind of client first.
 */
export function helpAtQuestion(form: Form, path: Path, client: KnownClient): readonly string[] {
  const { questions, sections } = atQuestion[form.id];
  const key = path.replaceAll(/\.\d+(?=\.|$)/g, "");
  const [top = key] = key.split(".");
  const own = questions[key] ?? questions[top] ?? [];
  return chosen([...own, ...(sections[sectionOf(form, Object.keys(sections), top)] ?? [])], client);
}

/** The topics that help where a form is closed, at most two. */
export function helpAtGate(form: FormId, closed: ClosedGate, client: KnownClient): readonly string[] {
  const help = closed.reason === "before-incomplete" ? atGate.before[form] : atGate.reasons[closed.reason];
  const hasDied = closed.reason === "no-aftercare" && closed.outcome === "died";
  return chosen(hasDied ? [...atGate.afterDeath, ...help] : help, client);
}

/** The part of a form that a question stands in: the last one that begins with it or before it. */
function sectionOf(form: Form, starts: readonly Key[], key: Key): Key {
  const order = form.questions.map((question) => question.key);
  const at = order.indexOf(key);
  return (
    starts.filter((start) => order.includes(start) && order.indexOf(start) <= at).at(-1) ?? starts[0] ?? ""
  );
}

function chosen(help: readonly Help[], { answers, today }: KnownClient): readonly string[] {
  const fitting = help.filter(
    ({ when }) => when === undefined || holds(when, answers, { today, facts: {} }, ""),
  );
  return [...new Set(fitting.flatMap(({ topics }) => topics))].slice(0, most);
}
