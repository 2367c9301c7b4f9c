import { openEmbedded } from "../../src/records/storage/embedded.js";

// Opens the embedded database of a folder, says so in one line of JSON, and holds it until SIGTERM.
const silent = { info() {}, warn() {}, error() {} };
try {
  const { url, adopted, stop } = await openEmbedded(process.argv[2] ?? "", { log: silent });
  const hold = setInterval(() => {}, 1_000);
  process.once("SIGTERM", () => {
    clearInterval(hold);
    void stop();
  });
  console.log(JSON.stringify({ url, adopted }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
