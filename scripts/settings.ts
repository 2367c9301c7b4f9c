/**
 * `npm run settings`: writes what README, .env.example and compose.yaml say of the variables of the environment, from the one
 * list in src/variables.ts. `test/settings.test.ts` says when one of them has fallen behind.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parts, withPart } from "./settings/written.js";

for (const part of parts) writeFileSync(part.file, withPart(readFileSync(part.file, "utf8"), part));
