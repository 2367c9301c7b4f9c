import { openEmbedded } from "../../src/records/storage/embedded.js";
import { endsWithUs } from "./reaper.js";

// Opens a PostgreSQL as a test run does, names it, and holds it until it is killed.
const dir = process.argv[2] ?? "";
endsWithUs(dir);
const { url } = await openEmbedded(dir, { log: { info() {}, warn() {}, error() {} } });
console.log(url);
setInterval(() => {}, 1_000);
