/**
 * The topics that help at the questions of each form. A part of a form begins with the question it is named by, as
 * `chat/form/sections.ts` has it; a question of its own comes before its part. Reviewed by hand, question by question.
 */
import type { FormId, Key } from "../form.js";
import { aboutClient, type Help, kinds } from "./clientKinds.js";

/** The help of one form: by the question a part begins with, and by the question; `goals.indicator` within a group. */
type FormHelp = {
  readonly sections: Readonly<Record<Key, readonly Help[]>>;
  readonly questions: Readonly<Record<Key, readonly Help[]>>;
};

const always = (...topics: string[]): readonly Help[] => [{ topics }];

const dangerNow: readonly Help[] = [
  { when: kinds.child, topics: ["kekerasan-anak-darurat", "anak-telantar-darurat"] },
  { topics: ["nomor-darurat", "bunuh-diri"] },
];

const consentToData: readonly Help[] = [
  { when: kinds.child, topics: ["izin-data-anak", "persetujuan-anak"] },
  { topics: ["izin-data", "data-spesifik"] },
];

const functioning = always("keberfungsian-sosial", "evaluasi");
const scaling = always("gas", "tujuan-terukur");

/** The help of each form. */
export const atQuestion: Readonly<Record<FormId, FormHelp>> = {
  approach: {
    sections: {
      source: always("pendekatan-awal", "penjangkauan"),
      danger: always("nomor-darurat", "keselamatan-petugas"),
      birth: [
        { when: kinds.child, topics: ["izin-data-anak", "persetujuan-anak"] },
        { topics: ["izin-data", "kerahasiaan-klien"] },
      ],
      name: [
        { when: kinds.child, topics: ["identitas-anak", "akta-kelahiran"] },
        { topics: ["kerahasiaan-klien", "ktp-kk"] },
      ],
      ppks: [...aboutClient, ...always("ppks", "kewajiban-merujuk")],
      consent: [
        { when: kinds.child, topics: ["persetujuan-anak", "persetujuan-klien"] },
        { when: kinds.disabled, topics: ["disabilitas-koersif", "persetujuan-klien"] },
        ...always("persetujuan-klien", "klien-menolak-layanan"),
      ],
      aim: always("kontrak-layanan", "hak-klien"),
    },
    questions: {
      referrer: always("rujukan", "kerja-antarprofesi"),
      level: always("lima-jenis-praktik", "metode-kelompok"),
      danger: dangerNow,
      safetyStep: always("keselamatan-petugas", "ancaman-orang-lain"),
      legal: always("lapor-kekerasan-anak", "tpks-lapor-polisi"),
      reportRequestedAt: always("abh-laporan-sosial", "permintaan-aparat"),
      reportRequestedBy: always("abh-laporan-sosial", "permintaan-aparat"),
      letterNumber: always("abh-laporan-sosial", "permintaan-aparat"),
      letterDate: always("abh-laporan-sosial", "permintaan-aparat"),
      requestLetter: always("abh-laporan-sosial", "penyimpanan-berkas"),
      violenceReportedAt: always("tpks-lapor-polisi", "tpks-pendamping"),
      handover: always("abh-diversi", "abh-anak-di-bawah-12"),
      returnedOn: always("abh-pendampingan", "litmas"),
      handedOverOn: always("abh-pendampingan", "litmas"),
      guardianState: [
        { when: kinds.guardianSuspected, topics: ["perwalian", "perlindungan-khusus-anak"] },
        { topics: ["persetujuan-anak", "perwalian"] },
      ],
      speaksFor: always("perwalian", "abh-pendampingan"),
      explained: always("hak-atas-data", "izin-data"),
      dataConsent: consentToData,
      dataConsentHow: consentToData,
      dataConsentProof: consentToData,
      guardian: always("perwalian", "identitas-anak"),
      guardianPhone: always("perwalian", "kerahasiaan-klien"),
      headName: always("ktp-kk", "genogram"),
      members: always("ktp-kk", "genogram"),
      groupName: always("metode-kelompok", "metode-masyarakat"),
      size: always("metode-kelompok", "metode-masyarakat"),
      spokesperson: always("metode-masyarakat", "persetujuan-klien"),
      phone: always("layanan-daring", "kerahasiaan-klien"),
      requirements: always("kewajiban-merujuk", "batas-kompetensi"),
      eligible: always("kewajiban-merujuk", "batas-kompetensi"),
      ineligible: always("kewajiban-merujuk", "rujukan"),
      ineligibleReason: always("kewajiban-merujuk", "pencatatan-jujur"),
      declinedReason: always("klien-menolak-layanan", "penentuan-nasib-sendiri"),
      consentProof: always("persetujuan-klien", "penyimpanan-berkas"),
      workerDuties: always("kewajiban-pekerja-sosial", "kontrak-layanan"),
      clientDuties: always("kewajiban-klien", "hak-klien"),
      signedPage: always("kontrak-layanan", "penyimpanan-berkas"),
    },
  },
  assessment: {
    sections: {
      danger: always("asesmen", "wawancara"),
      physical: [...aboutClient, ...always("bpss", "asesmen")],
      family: always("genogram", "ekomap"),
      problems: always("usg", "asesmen"),
      functioningNeeds: [
        { when: kinds.childVictim, topics: ["abh-laporan-sosial", "keberfungsian-sosial"] },
        { when: kinds.childInConflict, topics: ["litmas", "abh-laporan-sosial"] },
        ...always("keberfungsian-sosial", "laporan-sosial"),
      ],
    },
    questions: {
      danger: dangerNow,
      sources: always("wawancara", "observasi"),
      physical: [
        { when: kinds.elder, topics: ["lansia-telantar", "peksos-rumah-sakit"] },
        { when: kinds.disabled, topics: ["alat-bantu-disabilitas", "bpss"] },
        { when: kinds.sexualViolence, topics: ["visum", "bpss"] },
        { when: kinds.childVictim, topics: ["visum", "bpss"] },
        ...always("bpss", "peksos-rumah-sakit"),
      ],
      psychological: [
        { when: kinds.addicted, topics: ["napza-ipwl", "dukungan-psikologis-awal"] },
        { when: kinds.homeless, topics: ["odgj-telantar", "pasung"] },
        { when: kinds.disabled, topics: ["pasung", "odgj-telantar"] },
        ...always("dukungan-psikologis-awal", "membahayakan-diri"),
      ],
      familySocial: [
        { when: kinds.child, topics: ["pola-asuh", "hak-asuh-anak"] },
        ...always("mediasi-keluarga", "keberfungsian-sosial"),
      ],
      economic: always("dtsen", "bansos-pkh"),
      educationWork: [
        { when: kinds.child, topics: ["anak-putus-sekolah", "pekerja-anak"] },
        ...always("bantuan-usaha", "keberfungsian-sosial"),
      ],
      spiritualCultural: always("nilai-pribadi", "klien-beda-bahasa"),
      legalAspect: [
        { when: kinds.childInConflict, topics: ["abh-diversi", "litmas"] },
        { when: kinds.childVictim, topics: ["abh-laporan-sosial", "restitusi"] },
        { when: kinds.sexualViolence, topics: ["tpks-pendamping", "restitusi"] },
        ...always("bantuan-hukum", "lpsk"),
      ],
      groupSituation: always("metode-masyarakat", "metode-kelompok"),
      groupHistory: always("metode-masyarakat", "metode-kelompok"),
      actors: always("metode-masyarakat", "sistem-sumber"),
      systems: always("ekomap", "sistem-sumber"),
      strengths: always("keberfungsian-sosial", "psks"),
      resources: always("sistem-sumber", "psks"),
      risks: [
        { when: kinds.child, topics: ["perlindungan-khusus-anak", "membahayakan-diri"] },
        ...always("membahayakan-diri", "ancaman-orang-lain"),
      ],
      conclusion: [
        { when: kinds.childVictim, topics: ["abh-laporan-sosial", "menulis-laporan"] },
        ...always("menulis-laporan", "laporan-sosial"),
      ],
      recommendation: [
        { when: kinds.childInConflict, topics: ["litmas", "abh-laporan-sosial"] },
        { when: kinds.childVictim, topics: ["abh-laporan-sosial", "menulis-laporan"] },
        ...always("menulis-laporan", "laporan-sosial"),
      ],
    },
  },
  plan: {
    sections: {
      usg: always("usg", "rencana-intervensi"),
      strengths: always("tujuan-terukur", "rencana-intervensi"),
      sourceSystems: [...aboutClient, ...always("sistem-sumber", "rujukan")],
      voice: [
        { when: kinds.child, topics: ["persetujuan-anak", "klien-menolak-rencana"] },
        ...always("penentuan-nasib-sendiri", "klien-menolak-rencana"),
      ],
    },
    questions: {
      "goals.gasExpected": scaling,
      "goals.gasMore": scaling,
      "goals.gasMuchMore": scaling,
      "goals.gasLess": scaling,
      "goals.gasMuchLess": scaling,
      activities: always("intervensi", "peran-peksos"),
      referralInstitutions: always("rujukan", "sistem-sumber"),
      evaluationDate: always("evaluasi", "rencana-intervensi"),
      declinedReason: always("klien-menolak-rencana", "penentuan-nasib-sendiri"),
    },
  },
  session: {
    sections: {
      date: always("intervensi", "kunjungan-rumah"),
      note: always("catatan-perkembangan", "pencatatan-jujur"),
      nextDate: always("manajemen-kasus", "klien-menghilang"),
    },
    questions: {
      roles: always("peran-peksos", "intervensi"),
      goals: always("tujuan-terukur", "intervensi"),
      obstacles: always("wawancara-motivasional", "klien-menolak-rencana"),
      attachment: always("foto-klien", "penyimpanan-berkas"),
    },
  },
  evaluation: {
    sections: {
      date: always("evaluasi", "gas"),
      helped: always("evaluasi", "konferensi-kasus"),
      decision: always("terminasi", "rujukan"),
    },
    questions: {
      functioningNeeds: functioning,
      functioningRoles: functioning,
      functioningCoping: functioning,
      clientView: always("hak-klien", "penentuan-nasib-sendiri"),
    },
  },
  referral: {
    sections: {
      institution: [...aboutClient, ...always("rujukan", "kewajiban-merujuk")],
      shareGround: always("batas-kerahasiaan", "kerahasiaan-rekan-kerja"),
      contact: always("rujukan", "kerja-antarprofesi"),
      status: always("manajemen-kasus", "rujukan"),
    },
    questions: { reason: always("kewajiban-merujuk", "rujukan") },
  },
  termination: {
    sections: {
      reason: always("terminasi", "terminasi-etis"),
      clientTold: always("hak-klien", "terminasi-etis"),
      summary: [
        { when: kinds.child, topics: ["reunifikasi", "bimbingan-lanjut"] },
        ...always("bimbingan-lanjut", "menulis-laporan"),
      ],
    },
    questions: { independence: always("keberfungsian-sosial", "terminasi") },
  },
  aftercare: {
    sections: {
      date: always("bimbingan-lanjut", "kunjungan-rumah"),
      situation: always("keberfungsian-sosial", "bimbingan-lanjut"),
      reopen: always("manajemen-kasus", "bimbingan-lanjut"),
    },
    questions: { danger: dangerNow },
  },
};
