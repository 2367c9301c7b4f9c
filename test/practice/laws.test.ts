/**
 * Which article stands behind which question, and what it says, as it was read in the law's own text: a number that
 * changes by a slip fails here. Kept in the words of the law, shortened.
 */
import { expect, test } from "vitest";
import { allForms } from "../../src/practice/forms/catalogue.js";

/** What an article says. */
const articles: Readonly<Record<string, string>> = {
  "UU 14/2019 Pasal 1 angka 3":
    "keberfungsian sosial: memenuhi kebutuhan dan hak dasar, melaksanakan tugas dan peran, mengatasi masalah",
  "UU 14/2019 Pasal 1 angka 9": "klien: individu, keluarga, kelompok, dan/atau masyarakat penerima manfaat",
  "UU 14/2019 Pasal 16 ayat (1) huruf e": "tahap evaluasi, rujukan, dan terminasi",
  "UU 14/2019 Pasal 42": "kewajiban pekerja sosial",
  "UU 14/2019 Pasal 42 huruf b": "memberikan informasi yang lengkap dan benar tentang pelayanan",
  "UU 14/2019 Pasal 42 huruf d":
    "merujuk klien kepada pihak yang mempunyai keahlian atau kemampuan yang sesuai",
  "UU 14/2019 Pasal 43 huruf c": "hak klien: menyetujui atau menolak rencana intervensi",
  "UU 14/2019 Pasal 44 ayat (1)":
    "kerahasiaan klien dapat dibuka: kepentingan klien, penegak hukum, persetujuan klien, perintah undang-undang",
  "UU 14/2019 Pasal 45 ayat (1)": "kewajiban klien: informasi jujur, mematuhi saran, imbalan jasa",
  "UU 27/2022 Pasal 16 ayat (2)": "prinsip pemrosesan data pribadi: terbatas, spesifik, sesuai tujuan",
  "UU 27/2022 Pasal 20 ayat (2)": "dasar pemrosesan data pribadi, huruf a sampai f",
  "UU 27/2022 Pasal 20 ayat (2) huruf c": "pemenuhan kewajiban hukum dari pengendali data pribadi",
  "UU 27/2022 Pasal 22 ayat (1)": "persetujuan dilakukan tertulis atau terekam",
  "UU 27/2022 Pasal 24": "pengendali wajib menunjukkan bukti persetujuan",
  "UU 27/2022 Pasal 25 ayat (2)": "data pribadi anak: persetujuan orang tua dan/atau wali anak",
  "UU 12/2022 Pasal 41 ayat (3)": "laporan korban diteruskan ke kepolisian, paling lambat 3 x 24 jam",
  "UU 11/2012 Pasal 27 ayat (3)":
    "penyidik meminta laporan sosial dari pekerja sosial untuk anak korban dan anak saksi",
  "PP 65/2015 Pasal 13 ayat (2)":
    "laporan sosial paling lama 3 x 24 jam sejak surat permintaan penyidik diterima",
  "PP 58/2022 Pasal 31 ayat (3)": "anak yang dikembalikan kepada orang tua: pendampingan paling lama 6 bulan",
  "PP 58/2022 Pasal 33 ayat (2)": "anak yang diserahkan kepada seseorang: pendampingan paling lama 6 bulan",
  "PP 39/2012 Pasal 7 ayat (2) huruf g": "rehabilitasi sosial: bimbingan lanjut",
};

/** Which article each question rests on, in every version. */
const restsOn: Readonly<Record<string, string>> = {
  "approach.level": "UU 14/2019 Pasal 1 angka 9",
  "approach.reportRequestedAt": "PP 65/2015 Pasal 13 ayat (2)",
  "approach.reportRequestedBy": "UU 27/2022 Pasal 20 ayat (2) huruf c",
  "approach.violenceReportedAt": "UU 12/2022 Pasal 41 ayat (3)",
  "approach.returnedOn": "PP 58/2022 Pasal 31 ayat (3)",
  "approach.handedOverOn": "PP 58/2022 Pasal 33 ayat (2)",
  "approach.guardianState": "UU 27/2022 Pasal 25 ayat (2)",
  "approach.guardian": "UU 27/2022 Pasal 25 ayat (2)",
  "approach.explained": "UU 14/2019 Pasal 42 huruf b",
  "approach.dataConsent": "UU 27/2022 Pasal 20 ayat (2)",
  "approach.dataConsentHow": "UU 27/2022 Pasal 22 ayat (1)",
  "approach.dataConsentProof": "UU 27/2022 Pasal 24",
  "approach.consentProof": "UU 27/2022 Pasal 24",
  "approach.ineligible": "UU 14/2019 Pasal 42 huruf d",
  "approach.workerDuties": "UU 14/2019 Pasal 42",
  "approach.clientDuties": "UU 14/2019 Pasal 45 ayat (1)",
  "assessment.functioningNeeds": "UU 14/2019 Pasal 1 angka 3",
  "assessment.functioningRoles": "UU 14/2019 Pasal 1 angka 3",
  "assessment.functioningCoping": "UU 14/2019 Pasal 1 angka 3",
  "assessment.recommendation": "UU 11/2012 Pasal 27 ayat (3)",
  "plan.agreement": "UU 14/2019 Pasal 43 huruf c",
  "evaluation.functioningNeeds": "UU 14/2019 Pasal 1 angka 3",
  "evaluation.functioningRoles": "UU 14/2019 Pasal 1 angka 3",
  "evaluation.functioningCoping": "UU 14/2019 Pasal 1 angka 3",
  "evaluation.decision": "UU 14/2019 Pasal 16 ayat (1) huruf e",
  "referral.reason": "UU 14/2019 Pasal 42 huruf d",
  "referral.shareGround": "UU 14/2019 Pasal 44 ayat (1)",
  "referral.shared": "UU 27/2022 Pasal 16 ayat (2)",
  "termination.aftercare": "PP 39/2012 Pasal 7 ayat (2) huruf g",
  "aftercare.date": "PP 39/2012 Pasal 7 ayat (2) huruf g",
  "aftercare.functioningNeeds": "UU 14/2019 Pasal 1 angka 3",
  "aftercare.functioningRoles": "UU 14/2019 Pasal 1 angka 3",
  "aftercare.functioningCoping": "UU 14/2019 Pasal 1 angka 3",
};

test.each(allForms.map((form) => [`${form.id} ${form.version}`, form] as const))(
  "%s cites what it rests on",
  (_, form) => {
    const cited = form.questions.flatMap(({ key, basis }) =>
      basis ? [[`${form.id}.${key}`, `${basis.work} ${basis.article}`] as const] : [],
    );
    for (const [question, article] of cited) {
      expect(article, question).toBe(restsOn[question]);
      expect(articles[article], `${article} says`).toBeTruthy();
    }
  },
);

test("every article and every question listed here is cited somewhere", () => {
  const cited = allForms.flatMap(({ id, questions }) =>
    questions.flatMap(({ key, basis }) => (basis ? [`${id}.${key}`] : [])),
  );
  expect(new Set(cited)).toEqual(new Set(Object.keys(restsOn)));
  expect(new Set(Object.values(restsOn))).toEqual(new Set(Object.keys(articles)));
});
