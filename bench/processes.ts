/** What processes cost, read from Linux's /proc: CPU seconds, memory, handles. */
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";

/** Ticks of the CPU clock a second; 100 on every Linux that Node runs on. */
const ticksPerSecond = 100;

type Stat = { pid: number; parent: number; ticks: number; reapedTicks: number };

/** The memory of a process, in bytes: now, and at its highest. */
export type Memory = { readonly now: number; readonly peak: number };

/** The CPU seconds a process and all below it have used, children that are gone included. */
export function cpuSeconds(pid: number): number {
  const all = readdirSync("/proc").flatMap((name) =>
    /^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : [],
  );
  const root = all.find((stat) => stat.pid === pid);
  return root === undefined
    ? 0
    : family(root, all).reduce((sum, stat) => sum + spent(stat), 0) / ticksPerSecond;
}

/** The memory of one process, children not counted. */
export function memoryOf(pid: number): Memory {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = (field: string) =>
    Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);
  return { now: kilobytes("VmRSS") * 1024, peak: kilobytes("VmHWM") * 1024 };
}

/** With these arguments to Node a process tells what its memory holds. */
export const tellsHeld: readonly string[] = ["--expose-gc", "--import", "./bench/heldMemory.mjs"];

/** What the memory of such a process holds after a collection, in megabytes. It needs a channel (`stdio`: `ipc`). */
export async function heldBy(bot: ChildProcess): Promise<number> {
  const answer = once(bot, "message") as Promise<[{ heldBytes: number }]>;
  bot.send("held memory");
  const [{ heldBytes }] = await answer;
  return heldBytes / 1024 / 1024;
}

/** How many files, sockets and the like a process has open. */
export function openHandles(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

const spent = ({ ticks, reapedTicks }: Stat) => ticks + reapedTicks;

function family(root: Stat, all: readonly Stat[]): Stat[] {
  return [root, ...all.filter(({ parent }) => parent === root.pid).flatMap((child) => family(child, all))];
}

/** The fields of /proc/<pid>/stat behind the name, which may itself contain spaces and brackets. */
function statOf(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
    const field = (number: number) => fields[number - 3] ?? 0; // counted from 1, as proc(5) does
    return { pid, parent: field(4), ticks: field(14) + field(15), reapedTicks: field(16) + field(17) };
  } catch {
    return undefined; // it ended while we looked
  }
}
