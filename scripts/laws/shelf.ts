/** The laws that ship, and what is known of each before it is read. */
import type { LawId, LawKind } from "../../src/guidance/laws/law.js";

/** A law as it is expected: how many Pasal it has; of an amending law, which Pasal of the other law it writes anew. */
export type Expected = {
  readonly id: LawId;
  readonly kind: LawKind;
  readonly number: number;
  readonly year: number;
  readonly title: string;
  /** The number of its last Pasal. */
  readonly last: number;
  /** The scan numbers the lists below Pasal 1 which the law letters: its own references and its Penjelasan say huruf. */
  readonly lettered?: true;
  /** The Pasal whose list has its numbers in brackets, as an ayat has. */
  readonly numbered?: readonly string[];
  /** The Pasal its Penjelasan passes over. */
  readonly unexplained?: readonly string[];
  /** The Pasal that ship, where not all do; its title says which. */
  readonly only?: readonly string[];
  /** An amending law stands under the chapters of the law it amends, and those it adds: `added` says from which Pasal. */
  readonly amends?: {
    readonly id: LawId;
    readonly pasals: readonly string[];
    readonly added: Readonly<Record<string, string>>;
  };
};

const amended35 =
  "1 6 9 12 14 15 20 21 22 23 24 25 26 27 28 33 38A 39 41 41A 43 44 45 45A 45B 46 47 48 49 51 53 54 55 56 58 59 59A 60 63 64 65 66 67 67A 67B 67C 68 69 69A 69B 70 71 71A 71B 71C 71D 71E 72 73 73A 74 75 76 76A 76B 76C 76D 76E 76F 76G 76H 76I 76J 77 77A 77B 80 81 82 83 86A 87 88 89 91A";

/** In the order in which they are listed for people. */
export const shelf: readonly Expected[] = [
  law("uu-14-2019", "Pekerja Sosial", 69),
  law("uu-11-2009", "Kesejahteraan Sosial", 60),
  law("pp-39-2012", "Penyelenggaraan Kesejahteraan Sosial", 80),
  law("pp-52-2019", "Penyelenggaraan Kesejahteraan Sosial bagi Penyandang Disabilitas", 79),
  {
    ...law("uu-23-2002", "Perlindungan Anak", 93),
    lettered: true,
  },
  {
    ...law("uu-35-2014", "Perubahan atas Undang-Undang Nomor 23 Tahun 2002 tentang Perlindungan Anak", 0),
    amends: {
      id: "uu-23-2002",
      pasals: amended35.split(" "),
      added: {
        "71E": "BAB IXA PENDANAAN",
        "73A": "BAB XA KOORDINASI, PEMANTAUAN, EVALUASI DAN PELAPORAN",
        "76A": "BAB XIA LARANGAN",
      },
    },
  },
  law("uu-11-2012", "Sistem Peradilan Pidana Anak", 108),
  law(
    "pp-65-2015",
    "Pedoman Pelaksanaan Diversi dan Penanganan Anak yang Belum Berumur 12 (Dua Belas) Tahun",
    92,
  ),
  law("pp-58-2022", "Bentuk dan Tata Cara Pelaksanaan Pidana dan Tindakan terhadap Anak", 40),
  law("uu-12-2022", "Tindak Pidana Kekerasan Seksual", 93),
  law("uu-23-2004", "Penghapusan Kekerasan dalam Rumah Tangga", 56),
  {
    ...law("pp-4-2006", "Penyelenggaraan dan Kerja Sama Pemulihan Korban Kekerasan dalam Rumah Tangga", 23),
    unexplained: ["23"],
  },
  law("uu-27-2022", "Pelindungan Data Pribadi", 76),
  {
    ...law("uu-25-2009", "Pelayanan Publik", 62),
    numbered: ["1"],
  },
  law("uu-8-2016", "Penyandang Disabilitas", 153),
  law("pp-54-2007", "Pelaksanaan Pengangkatan Anak", 44),
  law("pp-29-2019", "Syarat dan Tata Cara Penunjukan Wali", 30),
  {
    ...law("uu-1-2023", "Kitab Undang-Undang Hukum Pidana (dimuat: Pasal 79, 292, 428, 429, 443, 444)", 624),
    only: ["79", "292", "428", "429", "443", "444"],
  },
];

function law(id: LawId, title: string, last: number): Expected {
  const [kind, number, year] = id.split("-");
  return { id, kind: kind === "pp" ? "pp" : "uu", number: Number(number), year: Number(year), title, last };
}
