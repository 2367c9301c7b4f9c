/** A supervisor's morning: twelve approvals, three escalations and five handovers, put into the records. */

import type { Message } from "@grammyjs/types";
import type { Person } from "../../src/playground/people.js";
import { beginChoice, changeChoice } from "../../src/records/staff/casesToGive.js";
import { proposeCases } from "../../src/records/staff/proposals.js";
import { begun, type Records, sent } from "./records.js";
import * as story from "./story.js";

/** Who works in the institution: the supervisor's workers, first joined first, and the admin. */
type Team = { readonly workers: readonly string[]; readonly admin: string };

/** How much of each waits. */
export const morning = { approvals: 12, escalations: 3, handovers: 5 } as const;

/** An app whose time can be moved, and the records in it. */
type App = { readonly records: Records; readonly forward: (milliseconds: number) => Promise<void> };

const hour = 3_600_000;

/**
 * Puts what waits into the records, from 24 November 2026 at 10.15 on: contracts that nobody signs, nine days later plans
 * that were sent and cases an admin wants to give to another worker of the team. Then it is half past seven on 4 December,
 * and the contracts are three days late.
 */
export async function putsMorning(app: App, { workers, admin }: Team): Promise<void> {
  const { records } = app;
  const of = (number: number) => workers[number % workers.length] ?? "";
  for (let number = 0; number < morning.escalations; number += 1) {
    const { caseId } = await begun(records, of(number));
    await sent(records, of(number), caseId, "approach", story.approachUnsigned);
  }
  await app.forward(9 * 24 * hour);
  for (let number = 0; number < morning.approvals; number += 1) {
    const { caseId } = await begun(records, of(number));
    await sent(records, of(number), caseId, "approach", story.approach);
    await sent(records, of(number), caseId, "assessment", story.assessment);
    await sent(records, of(number), caseId, "plan", story.plan);
  }
  for (let number = 0; number < morning.handovers; number += 1) {
    const { caseId } = await begun(records, of(number));
    await sent(records, of(number), caseId, "approach", story.approach);
    await records.as(admin, async (work) => {
      const proposalId = await beginChoice(work, of(number), of(number + 1));
      await changeChoice(work, proposalId, caseId, true);
      await proposeCases(work, proposalId, "Pembagian kasus diratakan");
    });
  }
  await app.forward(21.3 * hour);
}

/** The supervisor deals with all of it from this digest on, by presses only. */
export async function walksMorning(supervisor: Person, digest: Message): Promise<void> {
  const late = digest.reply_markup?.inline_keyboard.flat().filter(({ text }) => /K-2026-/.test(text)) ?? [];
  for (const { text } of late.slice(0, morning.escalations)) {
    supervisor.presses(text, { message: digest });
    await supervisor.sees("terlambat 3 hari");
    supervisor.presses(/^🔔 Ingatkan/);
    await supervisor.sees("sudah diingatkan");
  }
  supervisor.presses("🤝 Supervisi", { message: digest });
  await supervisor.sees("Tim Anda");
  supervisor.presses(/^1 · K-2026/);
  for (let left = morning.approvals - 1; left >= 0; left -= 1) {
    await supervisor.sees("Rencana intervensi menunggu Anda");
    supervisor.presses("✅ Setujui");
    await supervisor.sees("sudah diberi tahu");
    if (left > 0) supervisor.presses(`▶️ Berikutnya (${left})`);
  }
  supervisor.presses(`🔀 Usulan pengalihan (${morning.handovers})`);
  await supervisor.sees(`${morning.handovers} usulan menunggu Anda`);
  supervisor.presses(`✅ Setuju semua (${morning.handovers})`);
  await supervisor.sees("Tidak ada usulan yang menunggu Anda");
}
