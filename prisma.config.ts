import { defineConfig } from "prisma/config";

// `prisma generate` only wants to know where a schema engine lies; it is never started. Naming one keeps Prisma from
// downloading its own, so that `npm ci && npm start` needs nothing but the npm registry.
if (process.argv.includes("generate")) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL === undefined ? {} : { datasource: { url: process.env.DATABASE_URL } }),
});
