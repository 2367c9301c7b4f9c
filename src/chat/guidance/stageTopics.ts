import type { StageOrClosed } from "../../records/case/caseLists.js";
import { actorOf } from "../../records/people/rights.js";
import type { Work } from "../../records/people/work.js";

/** The first topics for each stage of a case. Missing ones are skipped. */
export const stageTopics: Readonly<Record<StageOrClosed, readonly string[]>> = {
  approach: ["pendekatan-awal", "kontrak-layanan", "wawancara", "kunjungan-rumah", "observasi"],
  assessment: ["asesmen", "bpss", "genogram", "ekomap", "usg", "sistem-sumber", "kunjungan-rumah"],
  plan: [
    "rencana-intervensi",
    "tujuan-terukur",
    "sistem-sumber",
    "manajemen-kasus",
    "bansos-pkh",
    "konferensi-kasus",
  ],
  intervention: [
    "intervensi",
    "peran-peksos",
    "catatan-perkembangan",
    "wawancara-motivasional",
    "konferensi-kasus",
  ],
  evaluation: ["evaluasi", "gas", "keberfungsian-sosial", "rujukan", "terminasi"],
  closed: ["bimbingan-lanjut", "terminasi", "laporan-sosial", "kematian-klien"],
};

/** The acting member's current case: that of the open form, or the last touched one. */
export async function caseAtHand(
  work: Work,
): Promise<{ readonly id: string; readonly code: string; readonly stage: StageOrClosed } | undefined> {
  const { organizationId, memberId } = actorOf(work);
  const tx = await work.tx();
  const where = { organizationId, workerId: memberId };
  const select = { id: true, code: true, stage: true } as const;
  const { roundId } = work.dialogue;
  const open =
    roundId === null
      ? null
      : await tx.case.findFirst({ where: { ...where, rounds: { some: { id: roundId } } }, select });
  const found =
    open ??
    (await tx.case.findFirst({
      where: { ...where, closedAt: null },
      orderBy: { updatedAt: "desc" },
      select,
    }));
  return found ?? undefined;
}
