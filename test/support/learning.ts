import { expect } from "vitest";
import type { Person } from "../../src/playground/people.js";
import type { ExercisesView, LearnersView } from "../../src/playground/serving/contract.js";
import type { TestPlayground } from "./playground.js";

/** Asks the room as a learner's browser does: the answer, as JSON. */
async function asks(url: string, cookie: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${url}/playground/${path}`, {
    headers: { cookie, origin: url, "content-type": "application/json" },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  return response.json();
}

/**
 * A learner comes into an open room, meets a client in danger, and reasons through a dilemma to its end; the trainer sees each
 * step as it really happened.
 */
export async function learns({ telegram, entrance, url }: TestPlayground): Promise<void> {
  const room = entrance?.addresses[0] ?? "";
  const joined = await fetch(`${room}/playground/join`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: room },
    body: new URLSearchParams({ code: entrance?.code ?? "", name: "Melati" }),
  });
  const cookie = joined.headers.get("set-cookie")?.split(";", 1)[0] ?? "";
  const melati = telegram.people().at(-1);
  const dedi = telegram.people().find(({ user }) => user.first_name === "Dedi");
  if (melati === undefined || dedi === undefined) throw new Error("nobody came in");
  expect(melati.user.first_name).toBe("Melati");
  const begins = (exercise: string) => asks(room, cookie, "exercise", { exercise });
  const run = async () => {
    const { run: own } = (await asks(room, cookie, "exercises")) as ExercisesView;
    const { learners } = (await asks(url, "", "learners")) as LearnersView;
    expect(learners.find(({ person }) => person === melati.id)?.run).toEqual(own);
    return own;
  };

  await begins("neglected-elder");
  await meets(melati);
  const met = Object.entries((await run())?.goals ?? {}).filter(([, standing]) => standing === "met");
  expect(met.map(([goal]) => goal)).toEqual(["danger", "person"]);

  await begins("envelope");
  expect(Object.values((await run())?.goals ?? {})).toEqual(["open", "open", "open", "open"]);
  await weighs(melati);
  expect(await run()).toMatchObject({
    goals: { gift: "met", fee: "met", reasoned: "met", supervisor: "met" },
    ended: "met",
  });
  await dedi.sees("Melati bertanya kepada Anda");
}

/** Opens a case of one person in medical danger, and leaves it there. */
async function meets(learner: Person): Promise<void> {
  learner.opens();
  await learner.sees("➕ Kasus baru");
  learner.presses("➕ Kasus baru");
  for (const [question, answer] of [
    ["Bagaimana klien sampai ke Anda?", "Penjangkauan"],
    ["Kapan kontak pertama?", "Hari ini"],
    ["Siapa klien Anda?", "Satu orang"],
    ["Apakah ada bahaya saat ini?", "▫️ Gawat medis"],
  ] as const) {
    await learner.sees(question);
    learner.presses(answer);
  }
  await learner.sees("☑️ Gawat medis");
  learner.presses("✔️ Selesai (1)");
  await learner.sees("Utamakan keselamatan");
  learner.sends("/mulai");
  await learner.sees("➕ Kasus baru");
}

/** Asks about an envelope and about fees, reasons the dilemma through, and brings it to the supervisor. */
async function weighs(learner: Person): Promise<void> {
  learner.sends("boleh terima amplop dari keluarga klien?");
  await learner.sees("#hadiah");
  learner.sends("bolehkah memungut imbalan jasa dari klien miskin?");
  await learner.sees("#imbalan_jasa");
  learner.sends("/dilema");
  await learner.sees("➕ Mulai menimbang");
  learner.presses("➕ Mulai menimbang");
  for (const [step, words] of [
    ["1 dari 7", "Keluarga memberi amplop."],
    ["2 dari 7", "Mereka ingin berterima kasih."],
    ["3 dari 7", "Bertindak objektif."],
    ["4 dari 7", "Tidak ada yang lain."],
    ["5 dari 7", "Menolak dengan hangat."],
    ["6 dari 7", "Supervisor saya."],
    ["7 dari 7", "Menolak, dan menyampaikannya."],
  ] as const) {
    await learner.sees(step);
    learner.sends(words);
  }
  await learner.sees("Catatan ini milik Anda");
  learner.presses("📨 Minta supervisi");
  await learner.sees("sampai ke Pak Dedi");
}
