import type { FormId } from "../../practice/form.js";
import type { Waiting } from "../../records/case/waiting.js";
import type { Button } from "./buttons.js";
import { callbacks } from "./callbacks.js";
import type { Wording } from "./wording.js";

/** "K-2026-0042 · Rencana intervensi": something that waits, in a line or on its button. */
export function faceOf(one: Waiting, say: Wording): string {
  const what = whatWaits(one, say);
  return one.code === null ? what : `${one.code} · ${what}`;
}

/** What a supervisor's decision is about, or what else waits for them. */
type NamedWaiting =
  | { readonly kind: "form"; readonly form: FormId }
  | { readonly kind: "closing-asked" | "reopening-asked" | "ground" | "danger" | "question" };

/** What waits, in a few words, as lists and buttons name it. */
export function whatWaits(one: NamedWaiting, say: Wording): string {
  switch (one.kind) {
    case "form":
      return say.plain(`form-${one.form}`);
    case "closing-asked":
      return say.plain("request-closing-short");
    case "reopening-asked":
      return say.plain("request-reopening-short");
    case "ground":
      return say.plain("waiting-ground");
    case "danger":
      return say.plain("waiting-danger");
    case "question":
      return say.plain("waiting-question");
  }
}

/** The button that opens something that waits, in a message of its own. */
export function buttonOf(one: Waiting, say: Wording): Button {
  const text = faceOf(one, say);
  switch (one.kind) {
    case "form":
      return { text, data: callbacks.openApproval({ roundId: one.roundId }) };
    case "closing-asked":
    case "reopening-asked":
      return { text, data: callbacks.openRequest({ caseId: one.caseId }) };
    case "ground":
      return { text, data: callbacks.dataGround({ caseId: one.caseId }) };
    case "danger":
      return { text: say.plain("button-open-dangers"), data: callbacks.openDangers() };
    case "question":
      return { text, data: callbacks.consultation({ consultationId: one.consultationId }) };
  }
}
