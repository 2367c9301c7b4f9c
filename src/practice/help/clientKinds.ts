/** Kinds of clients, as the approach tells of them, and the topics about each. Reviewed by hand. */
import type { Condition, Key } from "../form.js";
import { all, answered, any, is, isChild, not } from "../forms/when.js";

/** Topics, by their slugs, for a client of whom a condition holds; for everybody where there is none. */
export type Help = {
  /** Read over the answers of the approach, which say who the client is. */
  readonly when?: Condition;
  readonly topics: readonly string[];
};

const ofKind = (...kinds: string[]) => is("ppks", ...kinds);

const elderAge = 60;

/** Kinds of clients for whom something else helps than for others. */
export const kinds = {
  child: isChild("birth"),
  childVictim: any(is("legal", "child-victim"), ofKind("anak-korban-kekerasan")),
  childInConflict: any(is("legal", "child-in-conflict"), ofKind("anak-berhadapan-hukum")),
  sexualViolence: is("legal", "sexual-violence"),
  domesticViolence: any(is("legal", "domestic-violence"), ofKind("korban-kekerasan")),
  trafficked: ofKind("korban-perdagangan-orang"),
  elder: any(ofKind("lansia-telantar"), all(answered("birth"), not(isUnder("birth", elderAge)))),
  disabled: ofKind("penyandang-disabilitas", "anak-disabilitas"),
  homeless: ofKind("gelandangan", "pengemis", "pemulung"),
  addicted: ofKind("korban-napza"),
  poor: ofKind("fakir-miskin", "perempuan-rawan"),
  guardianSuspected: is("guardianState", "suspected"),
  group: is("level", "group", "community"),
} as const satisfies Readonly<Record<string, Condition>>;

function isUnder(key: Key, years: number): Condition {
  return { kind: "under", key, years };
}

/** What is about each kind of client, wherever their situation is spoken of; the first that hold come first. */
export const aboutClient: readonly Help[] = [
  { when: kinds.trafficked, topics: ["tppo", "restitusi"] },
  { when: kinds.childInConflict, topics: ["abh-diversi", "abh-pendampingan"] },
  { when: kinds.childVictim, topics: ["lapor-kekerasan-anak", "perlindungan-khusus-anak"] },
  { when: kinds.sexualViolence, topics: ["tpks-pendamping", "tpks-lapor-polisi"] },
  { when: kinds.domesticViolence, topics: ["kdrt", "lpsk"] },
  { when: ofKind("anak-jalanan"), topics: ["anak-jalanan", "anak-putus-sekolah"] },
  { when: ofKind("anak-telantar", "anak-balita-telantar"), topics: ["orang-tua-asuh", "reunifikasi"] },
  { when: ofKind("anak-disabilitas"), topics: ["alat-bantu-disabilitas", "anak-putus-sekolah"] },
  { when: ofKind("anak-perlindungan-khusus"), topics: ["perlindungan-khusus-anak", "perundungan"] },
  { when: kinds.homeless, topics: ["orang-telantar", "odgj-telantar"] },
  { when: kinds.disabled, topics: ["alat-bantu-disabilitas", "disabilitas-koersif"] },
  { when: ofKind("bekas-warga-binaan"), topics: ["eks-warga-binaan", "bantuan-usaha"] },
  { when: ofKind("odha"), topics: ["odhiv", "diskriminasi"] },
  { when: kinds.addicted, topics: ["napza-ipwl", "wawancara-motivasional"] },
  { when: ofKind("pekerja-migran"), topics: ["pekerja-migran", "tppo"] },
  {
    when: ofKind("korban-bencana-alam", "korban-bencana-sosial"),
    topics: ["ldp-bencana", "dukungan-psikologis-awal"],
  },
  { when: ofKind("tuna-susila"), topics: ["penjangkauan", "bahasa-merendahkan"] },
  { when: ofKind("kelompok-minoritas"), topics: ["diskriminasi", "advokasi-sosial"] },
  { when: ofKind("keluarga-bermasalah"), topics: ["mediasi-keluarga", "pola-asuh"] },
  { when: ofKind("komunitas-adat-terpencil"), topics: ["metode-masyarakat", "klien-beda-bahasa"] },
  { when: kinds.elder, topics: ["lansia-telantar", "bpjs-pbi"] },
  { when: kinds.poor, topics: ["dtsen", "bansos-pkh"] },
  { when: kinds.group, topics: ["metode-kelompok", "metode-masyarakat"] },
];
