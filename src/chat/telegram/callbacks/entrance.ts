import { reportScopes } from "../../../practice/reports/report.js";
import { reportForms } from "../../../practice/reports/reportForms.js";
import { periodChoices } from "../../../practice/reports/reportPeriod.js";
import { roles } from "../../../records/people/actor.js";
import { locales } from "../../../texts.js";
import { callback, dataOfButton, id, oneOf, plainCallback as plain } from "../callback.js";

/** After how many minutes without an act a PIN may be asked for. */
export const pinMinutes = ["5", "15", "30", "60"] as const;

/** The way in, and what is for everybody. */
export const entranceCallbacks = {
  menu: plain("menu"),
  menuHere: plain("home"),
  more: plain("more"),
  organizations: plain("organizations"),
  switchOrganization: callback("switch:{memberId}", { memberId: id }),
  openThere: callback("at:{memberId}:{data}", { memberId: id, data: dataOfButton }),
  language: plain("language"),
  chooseLanguage: callback("language:{locale}", { locale: oneOf(locales) }),
  help: plain("help"),
  sendGuide: callback("guide:{role}", { role: oneOf(roles) }),
  privacy: plain("privacy"),
  correctOwnName: plain("privacy-name"),
  ownPin: plain("pin"),
  choosePin: plain("pin:new"),
  setPinAfter: callback("pin:after:{minutes}", { minutes: oneOf(pinMinutes) }),
  removePin: plain("pin:remove"),
  forgotPin: plain("pin:forgot"),
  resetPin: callback("pin:reset:{memberId}", { memberId: id }),
  pinRule: plain("pin:rule"),
  setPinRule: callback("pin:rule:{minutes}", { minutes: oneOf(["off", ...pinMinutes]) }),
  withdrawConsent: plain("privacy-withdraw"),
  withdrawConsentSurely: plain("privacy-withdraw-yes"),
  removeMe: plain("privacy-leave"),
  removeMeSurely: plain("privacy-leave-yes"),
  askToHandOn: plain("privacy-leave-ask"),
  giveConsent: plain("consent:yes"),
  declineConsent: plain("consent:no"),
  readWholeNotice: plain("consent:more"),
  readNoticeAgain: plain("consent:again"),
  reports: plain("later:laporan"),
  chooseReport: callback("report:{scope}", { scope: oneOf(reportScopes) }),
  askReport: callback("report:{scope}:{choice}", {
    scope: oneOf(reportScopes),
    choice: oneOf(periodChoices),
  }),
  ownReportDays: callback("report-days:{scope}", { scope: oneOf(reportScopes) }),
  orderReport: callback("report-as:{form}:{reportId}", { form: oneOf(reportForms), reportId: id }),
} as const;
