/** Reads .env into the environment, where there is one: `npm start` finds the settings that Docker Compose reads too. */
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile(".env");
