import { counting, engine } from "./engine.js";

// An instance of delivery with a handler that counts, until somebody kills it.
const [databaseUrl = "", apiRoot = ""] = process.argv.slice(2);
const one = await engine({ databaseUrl, apiRoot, handler: counting });
await one.run();
console.log("running");
