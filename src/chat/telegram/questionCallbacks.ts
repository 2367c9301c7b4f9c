import {
  callback,
  count,
  date,
  dateFrom,
  nonce,
  type PressIn,
  pressReader,
  token,
  whole,
} from "./callback.js";

/** The first and last month a calendar shows. */
export const calendarMonths = { first: "1900-01-01", last: "2199-12-01" } as const;

/**
 * The buttons of the current form question. The nonce makes buttons of earlier questions invalid. A button says what is to be, so
 * that whoever presses it twice on a slow network, or on two copies of the question, has pressed it once.
 */
export const questionCallbacks = {
  pickOption: callback("q:{nonce}:pick:{option}", { nonce, option: token }),
  tickOption: callback("q:{nonce}:tick:{option}", { nonce, option: token }),
  untickOption: callback("q:{nonce}:untick:{option}", { nonce, option: token }),
  tickAll: callback("q:{nonce}:every", { nonce }),
  ticksDone: callback("q:{nonce}:done", { nonce }),
  optionPage: callback("q:{nonce}:page:{page}", { nonce, page: count() }),
  allOptions: callback("q:{nonce}:all", { nonce }),
  answerYes: callback("q:{nonce}:yes", { nonce }),
  answerNo: callback("q:{nonce}:no", { nonce }),
  answerLevel: callback("q:{nonce}:scale:{level}", { nonce, level: whole(-10, 10) }),
  answerDay: callback("q:{nonce}:day:{day}", { nonce, day: date }),
  answerNow: callback("q:{nonce}:now", { nonce }),
  calendarMonth: callback("q:{nonce}:month:{month}", {
    nonce,
    month: dateFrom(calendarMonths.first, calendarMonths.last),
  }),
  calendarBlank: callback("q:{nonce}:none", { nonce }),
  confirmAnswer: callback("q:{nonce}:sure", { nonce }),
  changeAnswer: callback("q:{nonce}:change", { nonce }),
  useMyAnswer: callback("q:{nonce}:mine", { nonce }),
  keepAnswer: callback("q:{nonce}:keep", { nonce }),
  useSuggestion: callback("q:{nonce}:said", { nonce }),
  restoreAnswers: callback("q:{nonce}:restore", { nonce }),
  skipQuestion: callback("q:{nonce}:skip", { nonce }),
  previousQuestion: callback("q:{nonce}:back", { nonce }),
  whyQuestion: callback("q:{nonce}:why", { nonce }),
  askFirst: callback("q:{nonce}:ask", { nonce }),
  takeAsQuestion: callback("q:{nonce}:guide", { nonce }),
  askAgain: callback("q:{nonce}:again", { nonce }),
  leaveForm: callback("q:{nonce}:leave", { nonce }),
} as const;

/** A decoded press of a button of a form question. */
export type QuestionPress = PressIn<typeof questionCallbacks>;

/** Decodes the data of a button of a form question; undefined for any other data. */
export const questionPressOf: (data: string) => QuestionPress | undefined = pressReader(questionCallbacks);
