import { cpus, loadavg, totalmem } from "node:os";

/** Where and when something was measured, and how busy it was there. */
export function machine(): string {
  const [{ model } = { model: "unknown" }] = cpus();
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  const load = loadavg().map((value) => value.toFixed(1));
  const at = new Date().toISOString().slice(0, 16).replace("T", " ");
  return `${at} UTC · ${cpus().length} × ${model}, ${memory} GB · node ${process.version} · load average ${load.join(" ")}`;
}
