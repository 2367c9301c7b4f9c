/**
 * Somebody who answers a form as people chat, each time in another way: three messages a question, a long text that the
 * phone cuts, captions, albums, recordings, replies, the same words twice, words on buttons, numbers and synonyms.
 */
import type { Message } from "@grammyjs/types";
import { labelsOf, optionsOf } from "../../src/chat/form/options.js";
import type { Wording } from "../../src/chat/telegram/wording.js";
import type { Person } from "../../src/playground/people.js";
import { accept } from "../../src/practice/accept.js";
import { daysBetween } from "../../src/practice/calendar.js";
import { edit } from "../../src/practice/edit.js";
import type { Answers, Form, FormContext, Path, Value } from "../../src/practice/form.js";
import { type Ask, next, previous, type Step } from "../../src/practice/walk.js";
import { summaryShown } from "./filling.js";

/** The form a typist is in. */
export type InForm = { readonly form: Form; readonly context: FormContext };

/** What was meant at each question; of a file only its kind. */
export type Meant = ReadonlyMap<Path, Value>;

type At = InForm & { readonly answers: Answers; readonly step: Step; readonly shown: Message };

/** What is said at a question: what it means, and whether the bot asks back. */
type Said = { readonly meant: Value; readonly isAskedBack: boolean };

/** Telegram lets one message be no longer. */
const longest = 4_096;

/** A way that takes time. */
const cut = "a text that the phone cuts";

export class HostileTypist {
  /** The ways of answering that were used. */
  readonly ways = new Set<string>();
  readonly #person: Person;
  readonly #say: Wording;
  /** How often each kind of question was answered: each time in the next way. */
  readonly #times = new Map<string, number>();
  #spoken = 0;
  /** The words for the question before, and for this one; empty where they are new ones. */
  #typed = { before: "", now: "" };

  constructor(person: Person, say: Wording) {
    this.#person = person;
    this.#say = say;
  }

  /**
   * Fills a form from its first question, which is on the screen, to its summary. What is pressed or picked is as
   * `planned`; words are the typist's own.
   */
  async fills({ form, context }: InForm, planned: Answers): Promise<Meant> {
    const meant = new Map<Path, Value>();
    let answers: Answers = new Map();
    let step = next(form, answers, context);
    while (step.kind !== "complete") {
      const shown = await this.#sees(form, step);
      const at: At = { form, context, answers, step, shown };
      const said = await this.#answers(at, planned.get(step.path) ?? null);
      if (said.isAskedBack) {
        await this.#shown("Betul\\?[\\s\\S]*\\[Ya\\]");
        this.#person.sends("ya");
      }
      meant.set(step.path, said.meant);
      answers = edit(form, answers, context, step.path, said.meant).answers;
      step = next(form, answers, context);
    }
    await this.#shown(summaryShown);
    return meant;
  }

  /** The question with its buttons: what it became once it was answered has none. */
  #sees(form: Form, step: Step): Promise<Message> {
    const words = this.#say.form.question(form, step).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
    return this.#shown(`${words}(?! — )[\\s\\S]*\\[💬`);
  }

  /**
   * What the bot says next. Where it was slow and the same words were typed for two questions, it may ask for which of them
   * they are: they are for the second.
   */
  async #shown(wanted: string): Promise<Message> {
    const asksForWhich = this.#say.plain("words-for-which");
    const { before, now } = this.#typed;
    if (before === "" || before !== now) return this.#person.sees(new RegExp(wanted));
    const shown = await this.#person.sees(new RegExp(`${asksForWhich.replace("?", "\\?")}|${wanted}`));
    if (shown.text !== asksForWhich) return shown;
    const second = shown.reply_markup?.inline_keyboard[1]?.[0];
    if (second === undefined || !("callback_data" in second)) throw new Error("it offers no second question");
    this.#person.pressesData(second.callback_data, shown.message_id);
    return this.#person.sees(new RegExp(wanted));
  }

  async #answers(at: At, planned: Value): Promise<Said> {
    const { step } = at;
    this.#typed = { before: this.#typed.now, now: "" };
    if (step.kind === "another") return this.#types(at, yesOrNo(planned === true), planned);
    const { question } = step;
    switch (question.type) {
      case "text":
      case "longText":
        return this.#tells(at, step);
      case "attachment":
        return this.#shows(step, planned);
      case "choice":
      case "choices":
      case "pick":
        return this.#types(at, this.#chosen(at, step, planned), planned);
      case "yesNo":
        return this.#types(at, yesOrNo(planned === true), planned);
      case "scale":
        return this.#types(
          at,
          [Number(planned) > 0 && question.min < 0 ? `+${planned}` : `${planned}`],
          planned,
        );
      case "date":
        return this.#types(at, datesFor(String(planned), at.context.today), planned);
      case "dateTime":
        return this.#types(at, ["kemarin jam 9"]);
      case "birth":
        return this.#types(at, ["40 tahun", "12-3-1986", "umur 40"]);
      case "number":
        return this.#types(at, ["sekitar 120", "120 orang", "120"]);
      case "person":
        return this.#types(at, ["Siti Aminah ibu 34", "Yusuf, ketua RT", "Wati - bibi - 40 th"]);
      case "phone":
        return question.required || this.#turn("phone") % 2 === 0
          ? this.#types(at, ["0812 3456 7890", "+62 812-3456-7890"])
          : this.#skips();
    }
  }

  /** Types one of these that is read, and as it was planned where that is given. */
  #types({ form: _, context, answers, step }: At, texts: readonly string[], planned?: Value): Said {
    const question = step.kind === "ask" ? step.question : step.group;
    const options = step.kind === "ask" ? optionsOf(step.question, context, this.#say) : [];
    const from = this.#turn(question.type);
    for (let at = 0; at < texts.length; at += 1) {
      const text = texts[(from + at) % texts.length] ?? "";
      const outcome = accept(question, { kind: "text", text, labels: labelsOf(options) }, context, {
        answers,
        path: step.path,
      });
      if (outcome.kind === "explained") continue;
      if (planned !== undefined && JSON.stringify(outcome.value) !== JSON.stringify(planned)) continue;
      this.ways.add(`a ${question.type} typed`);
      this.#typed.now = text;
      this.#person.sends(text);
      return { meant: outcome.value, isAskedBack: outcome.kind === "confirm" };
    }
    throw new Error(`none of ${texts.join(" | ")} is understood at ${step.path}`);
  }

  /** Numbers, the words on buttons, and other words for the same; several in one message. */
  #chosen({ context }: At, { question }: Ask, planned: Value): readonly string[] {
    const options = optionsOf(question, context, this.#say);
    const wanted = Array.isArray(planned) ? planned.map(String) : [String(planned)];
    const words = wanted.map((value) => {
      const index = options.findIndex((option) => option.value === value);
      const option = options[index];
      return [...(option?.words ?? []), `${index + 1}`, option?.label.toLowerCase() ?? ""];
    });
    const most = Math.max(...words.map((one) => one.length));
    return Array.from({ length: most }, (_, at) => words.map((one) => one[at % one.length]).join(", "));
  }

  /** Words, in one of the ways people send them. */
  async #tells(at: At, step: Ask): Promise<Said> {
    const { question } = step;
    const isLong = question.type === "longText";
    const ways: readonly (() => Promise<string | null> | string | null)[] = [
      () => this.#inThreeMessages(),
      // Once for each: the bot waits for the rest of such a text.
      () => (isLong && !this.ways.has(cut) ? this.#cutByThePhone() : this.#inThreeMessages()),
      () => this.#caption(),
      () => (isLong ? this.#recordingAndWords() : this.#recordingThenWords()),
      () => this.#twice(),
      () => this.#reply(at.shown),
      () => this.#afterGoingBack(at),
      () => this.#album(),
      () => (question.required ? this.#once() : null),
    ];
    const text = (await ways[this.#turn(question.type) % ways.length]?.()) ?? null;
    if (text === null) return this.#skips();
    const outcome = accept(question, { kind: "text", text }, at.context, {
      answers: at.answers,
      path: step.path,
    });
    if (outcome.kind === "explained") throw new Error(`${step.path}: ${outcome.reason}`);
    return { meant: outcome.value, isAskedBack: false };
  }

  #inThreeMessages(): string {
    this.ways.add("three messages");
    const parts = [this.#words(), this.#words(), this.#words()];
    for (const part of parts) this.#person.sends(part);
    return parts.join("\n");
  }

  #cutByThePhone(): string {
    this.ways.add(cut);
    const whole = `${this.#words()} `
      .repeat(400)
      .slice(0, longest + 700)
      .trim();
    this.#person.sends(whole.slice(0, longest));
    this.#person.sends(whole.slice(longest));
    return whole;
  }

  #caption(): string {
    this.ways.add("a caption");
    const caption = this.#words();
    this.#person.photographs(2_000, { caption });
    return caption;
  }

  #album(): string {
    this.ways.add("an album");
    const [caption, album] = [this.#words(), `album ${this.#person.id} ${this.#spoken}`];
    this.#person.photographs(2_000, { caption, album });
    this.#person.photographs(2_100, { album });
    return caption;
  }

  /** In one breath: the words belong to the recording. */
  #recordingAndWords(): string {
    this.ways.add("a recording and words");
    const text = this.#words();
    this.#person.sendsVoice();
    this.#person.sends(text);
    return text;
  }

  /** A short question wants words beside the recording. */
  async #recordingThenWords(): Promise<string> {
    this.ways.add("a recording, then words");
    this.#person.sendsVoice();
    await this.#person.sees("Tulis juga jawabannya");
    return this.#once();
  }

  #twice(): string {
    this.ways.add("the same words again");
    const text = this.#once();
    this.#person.sends(text);
    return text;
  }

  #reply(question: Message): string {
    this.ways.add("a reply");
    const text = this.#words();
    this.#person.sends(text, { replyTo: question });
    return text;
  }

  /** `kembali` and `lewati`, typed, are those buttons. */
  async #afterGoingBack({ form, context, answers, step }: At): Promise<string> {
    const before = previous(form, answers, context, step.path);
    if (before === undefined) return this.#once();
    this.ways.add("back by a word");
    this.#person.sends("kembali");
    await this.#sees(form, before);
    this.#person.sends("lewati");
    await this.#sees(form, step);
    return this.#once();
  }

  #once(): string {
    const text = this.#words();
    this.#person.sends(text);
    return text;
  }

  #skips(): Said {
    this.ways.add("skipped by a word");
    this.#person.sends("lewati");
    return { meant: null, isAskedBack: false };
  }

  /** A file where one is asked for: alone, with a caption, several at once, or none. */
  #shows({ question }: Ask, planned: Value): Said {
    if (question.type !== "attachment") throw new Error(`${question.key} asks for no file`);
    const turn = this.#turn("attachment") % 4;
    if (turn === 3 && !question.required) return this.#skips();
    const { accepts } = question;
    if (turn === 1 && accepts.includes("document")) {
      this.#person.sendsDocument("berkas.pdf", "application/pdf", 2_000, { caption: this.#words() });
      return { meant: { kind: "document", attachmentId: "" }, isAskedBack: false };
    }
    if (turn === 2 && accepts.includes("voice")) {
      this.#person.sendsVoice();
      return { meant: { kind: "voice", attachmentId: "" }, isAskedBack: false };
    }
    if (!accepts.includes("photo")) throw new Error(`${question.key} takes no ${JSON.stringify(planned)}`);
    this.ways.add("an album where a file is asked for");
    const album = `album ${this.#person.id} file ${this.#spoken++}`;
    this.#person.photographs(2_000, { album });
    this.#person.photographs(2_100, { album });
    return { meant: { kind: "photo", attachmentId: "" }, isAskedBack: false };
  }

  /** Words that were not said before, and are no answer to anything else. */
  #words(): string {
    this.#spoken += 1;
    return `Secukupnya, catatan ke-${this.#spoken}`;
  }

  #turn(kind: string): number {
    const times = this.#times.get(kind) ?? 0;
    this.#times.set(kind, times + 1);
    return times;
  }
}

function yesOrNo(is: boolean): readonly string[] {
  return is ? ["iya", "sudah", "ya", "ada"] : ["tidak", "belum", "gak", "nggak ada"];
}

/** A day in the words people use for it. */
function datesFor(date: string, today: string): readonly string[] {
  const [year, month, day] = date.split("-").map(Number);
  const away = daysBetween(today, date);
  const named = away === 0 ? ["hari ini"] : away === -1 ? ["kemarin", "kmrn"] : [];
  return [...named, ...(away > 1 ? [`${away} hari lagi`] : []), `${day}-${month}-${year}`];
}
