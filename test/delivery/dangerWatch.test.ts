/** The watch over dangers that nobody has taken on: one that cannot be told of again rests, and holds up no other. */
import { pino } from "pino";
import { expect, test } from "vitest";
import { dangerWatch } from "../../src/delivery/dangerWatch.js";
import { transactions } from "../../src/delivery/transaction.js";
import { alarmAgain, noteDanger } from "../../src/records/danger/dangers.js";
import { ownRecords } from "../support/ownRecords.js";
import { begun } from "../support/records.js";

let now = new Date("2026-11-24T03:15:00Z");

const { deps, records } = await ownRecords({ clock: () => now, log: pino({ level: "silent" }) });

test("a danger that cannot be told of again rests for a minute, and the others are told of", async () => {
  await records.organization("lks");
  await records.member("dedi", ["supervisor"]);
  await records.member("ratna", ["worker"], { supervisorId: "dedi" });
  const noted: string[] = [];
  for (const kind of ["suicide", "medical"] as const) {
    const { caseId } = await begun(records, "ratna");
    const { danger } = await records.as("ratna", (work) =>
      noteDanger(work, {
        organizationId: "lks",
        caseId,
        whom: "client",
        kinds: [kind],
        source: "form",
        notedById: "ratna",
        raised: false,
      }),
    );
    noted.push(danger.id);
  }
  const [faulty = "", other = ""] = noted;
  const tried: string[] = [];
  const watch = dangerWatch({
    ...deps,
    transactions: transactions(deps),
    tellAgain: async (work, dangerId) => {
      tried.push(dangerId);
      if (dangerId === faulty) throw new Error("this cannot be said");
      await alarmAgain(work, dangerId);
    },
    wake: () => {},
  });
  /** Looks until there is nothing more to tell of; one look for each danger and one that finds none are enough. */
  const looks = async () => {
    const turns = [await watch.turn(), await watch.turn(), await watch.turn()];
    expect(turns).toEqual([true, true, false]);
  };
  const pass = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };

  pass(16);
  await looks();
  expect(new Set(tried)).toEqual(new Set([faulty, other]));
  pass(1);
  tried.length = 0;
  await watch.turn();
  expect(tried[0]).toBe(faulty);
});
