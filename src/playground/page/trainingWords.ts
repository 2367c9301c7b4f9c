/** The words of training, in the language of the page. */
import en from "../../../locales/en/training.json";
import id from "../../../locales/id/training.json";
import type { PageLocale } from "./words.js";

type TrainingWords = typeof id;
const all: Readonly<Record<PageLocale, TrainingWords>> = { id, en };

/** The words of a language. */
export const trainingWordsOf = (locale: PageLocale): TrainingWords => all[locale];
