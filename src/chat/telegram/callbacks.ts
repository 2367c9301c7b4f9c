import { type PressIn, pressReader } from "./callback.js";
import { assistCallbacks } from "./callbacks/assist.js";
import { casesCallbacks } from "./callbacks/cases.js";
import { dangerCallbacks } from "./callbacks/danger.js";
import { dataRightsCallbacks } from "./callbacks/dataRights.js";
import { dueCallbacks } from "./callbacks/due.js";
import { entranceCallbacks } from "./callbacks/entrance.js";
import { exportsCallbacks } from "./callbacks/exports.js";
import { filingCallbacks } from "./callbacks/filing.js";
import { guidanceCallbacks } from "./callbacks/guidance.js";
import { institutionCallbacks } from "./callbacks/institution.js";
import { roundsCallbacks } from "./callbacks/rounds.js";
import { staffCallbacks } from "./callbacks/staff.js";
import { standardsCallbacks } from "./callbacks/standards.js";
import { supervisionCallbacks } from "./callbacks/supervision.js";
import { transfersCallbacks } from "./callbacks/transfers.js";
import { questionCallbacks } from "./questionCallbacks.js";

/**
 * Everything a button can ask of the bot: its name, the form of its data, and its arguments. Buttons of old messages
 * are still pressed, so a pattern that was once sent keeps its meaning or is removed.
 *
 * Callbacks ending in `Here` replace the pressed message with what the same callback without it sends as a new
 * message. Those ending in `Surely` are the second press of something that asks twice.
 */
export const callbacks = {
  ...entranceCallbacks,
  ...exportsCallbacks,
  ...dangerCallbacks,
  ...casesCallbacks,
  ...dataRightsCallbacks,
  ...transfersCallbacks,
  ...filingCallbacks,
  ...assistCallbacks,
  ...roundsCallbacks,
  ...questionCallbacks,
  ...dueCallbacks,
  ...supervisionCallbacks,
  ...staffCallbacks,
  ...institutionCallbacks,
  ...standardsCallbacks,
  ...guidanceCallbacks,
} as const;

/** The name of a press, also in logs. */
export type CallbackName = keyof typeof callbacks;

/** A decoded press of any button. */
export type Press = PressIn<typeof callbacks>;

/** Decodes the data of a button; undefined for data that no button of ours has. */
export const pressOf: (data: string) => Press | undefined = pressReader(callbacks);
