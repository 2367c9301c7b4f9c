/** Calls of the playground's server, and the stream of what happens there. */
import {
  type ChatView,
  type ExercisesView,
  type Language,
  type LearnersView,
  type PageEvent,
  type Pressed,
  type RefusalKind,
  type Refused,
  root,
  type State,
} from "../serving/contract.js";

/** The server said no, of a kind that the page has words for. */
export class RefusedCall extends Error {
  override readonly name = "RefusedCall";
  readonly kind: RefusalKind;

  constructor({ kind, error }: Refused) {
    super(error);
    this.kind = kind;
  }
}

async function call<T>(method: "GET" | "POST", path: string, body?: object | FormData): Promise<T> {
  const isForm = body instanceof FormData;
  const response = await fetch(`${root}${path}`, {
    method,
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(body === undefined || isForm ? {} : { headers: { "content-type": "application/json" } }),
  });
  // The code is to be entered anew: the room was emptied, or another browser is this learner now.
  if (response.status === 401) location.reload();
  const answer: unknown = await response.json();
  if (!response.ok) throw new RefusedCall(answer as Refused);
  return answer as T;
}

const post = <T = unknown>(path: string, body: object | FormData) => call<T>("POST", path, body);

export const server = {
  state: () => call<State>("GET", "state"),
  speak: (language: Language) => post<State>("language", { language }),
  exercises: () => call<ExercisesView>("GET", "exercises"),
  /** Ends an exercise: one's own, or as the trainer that of a learner. */
  endExercise: (person?: number) =>
    post<ExercisesView>("exercise/end", person === undefined ? {} : { person }),
  learners: () => call<LearnersView>("GET", "learners"),
  chat: (person: number) => call<ChatView>("GET", `chat?person=${person}`),
  post,
  press: (person: number, messageId: number, data: string) =>
    post<Pressed>("press", { person, messageId, data }),
  /** Sends what was chosen or recorded; several files go together. */
  upload: (
    person: number,
    kind: "photo" | "voice" | "document",
    files: readonly Blob[],
    more: Record<string, string>,
  ) => {
    const form = new FormData();
    form.set("person", String(person));
    for (const [name, value] of Object.entries(more)) if (value !== "") form.set(name, value);
    for (const [place, file] of files.entries())
      form.set(
        place === 0 ? kind : `${kind}${place}`,
        file,
        file instanceof File ? file.name : `${kind}.bin`,
      );
    return post("send", form);
  },
};

/** Where a file of the chat is. */
export const fileUrl = (fileId: string): string => `${root}files/${encodeURIComponent(fileId)}`;

/** Listens until the page is closed; `connected` tells each time the stream is there or gone. */
export function listen(onEvent: (event: PageEvent) => void, connected: (is: boolean) => void): void {
  const source = new EventSource(`${root}events`);
  source.onopen = () => connected(true);
  source.onerror = () => connected(false);
  source.onmessage = ({ data }) => onEvent(JSON.parse(String(data)) as PageEvent);
}
