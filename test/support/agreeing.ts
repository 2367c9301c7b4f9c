import type { Person } from "../../src/playground/people.js";

/** Opens the proposal that somebody was just told of, and agrees to it. */
export async function agreesToProposal(person: Person): Promise<void> {
  await person.sees("mengusulkan perubahan pada siapa yang membaca kasus");
  person.presses("🔀 Usulan pengalihan");
  await person.sees("Menunggu persetujuan admin lain, atau supervisor yang sekarang");
  person.presses("✅ Setuju");
}
