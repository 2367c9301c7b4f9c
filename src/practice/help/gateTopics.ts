/** The topics that help where a form is closed. Reviewed by hand. */
import type { FormId } from "../form.js";
import type { GateReason } from "../gates.js";
import { type Help, kinds } from "./clientKinds.js";

type Reason = Exclude<GateReason, "before-incomplete">;

/** By the reason; where a form before is missing, by the form that was wanted. */
export const atGate: {
  readonly reasons: Readonly<Record<Reason, readonly Help[]>>;
  readonly before: Readonly<Record<FormId, readonly Help[]>>;
  readonly afterDeath: readonly Help[];
} = {
  reasons: {
    "no-data-ground": [
      { when: kinds.child, topics: ["izin-data-anak", "izin-data"] },
      { topics: ["izin-data", "hak-atas-data"] },
    ],
    "case-closed": [{ topics: ["bimbingan-lanjut", "terminasi"] }],
    "awaiting-approval": [{ topics: ["supervisi", "rencana-intervensi"] }],
    returned: [{ topics: ["supervisi", "menulis-laporan"] }],
    "client-declined-plan": [{ topics: ["klien-menolak-rencana", "penentuan-nasib-sendiri"] }],
    "not-eligible": [{ topics: ["kewajiban-merujuk", "rujukan"] }],
    "no-consent": [
      { when: kinds.childVictim, topics: ["abh-laporan-sosial", "persetujuan-anak"] },
      { when: kinds.child, topics: ["persetujuan-anak", "klien-menolak-layanan"] },
      { topics: ["klien-menolak-layanan", "persetujuan-klien"] },
    ],
    "needs-decision": [{ topics: ["evaluasi", "terminasi"] }],
    "referral-unanswered": [{ topics: ["rujukan", "manajemen-kasus"] }],
    "needs-termination": [{ topics: ["terminasi", "terminasi-etis"] }],
    "no-aftercare": [{ topics: ["bimbingan-lanjut", "terminasi"] }],
  },
  before: {
    approach: [{ topics: ["pendekatan-awal", "lima-tahap"] }],
    assessment: [{ topics: ["pendekatan-awal", "asesmen"] }],
    plan: [{ topics: ["asesmen", "rencana-intervensi"] }],
    session: [{ topics: ["rencana-intervensi", "intervensi"] }],
    evaluation: [{ topics: ["catatan-perkembangan", "evaluasi"] }],
    referral: [{ topics: ["rujukan", "asesmen"] }],
    termination: [{ topics: ["evaluasi", "terminasi"] }],
    aftercare: [{ topics: ["terminasi", "bimbingan-lanjut"] }],
  },
  afterDeath: [{ topics: ["kematian-klien", "duka-kehilangan"] }],
};
