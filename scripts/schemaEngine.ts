import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { DiffTarget, SchemaEngine } from "@prisma/schema-engine-wasm";

type Glue = {
  readonly SchemaEngine: typeof SchemaEngine;
  readonly __wbg_set_wasm: (exports: object) => void;
};

/** @types/node knows the types of WebAssembly and not that it is there; the DOM's library we do not load. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
};

/**
 * Prisma's schema engine as WebAssembly: what `prisma migrate diff` uses, without the binary it would download.
 * Node 20 cannot import `.wasm`, so the module is put together by hand.
 */
async function load(): Promise<Glue> {
  const glue = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const imports = (await import(pathToFileURL(glue).href)) as Glue;
  const module = new WebAssembly.Module(await readFile(glue.replace(/\.js$/, ".wasm")));
  const instance = new WebAssembly.Instance(module, { "./schema_engine_bg.js": { ...imports } });
  imports.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === "function") start();
  return imports;
}

/** The glue keeps state of its one instance: loaded once. */
let loaded: Promise<Glue> | undefined;

/** A Prisma schema's text, or null for a database with nothing in it. */
export type Schema = string | null;

/** The file name the engine knows a schema by. */
const path = "prisma/schema.prisma";

/** Lends the engine, connected to the PostgreSQL at `url`, for as long as `use` takes. */
export async function withEngine<T>(
  url: string,
  schema: string,
  use: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url));
  const engine = await SchemaEngine.new({ datamodels: [[path, schema]] }, () => {}, adapter);
  try {
    return await use(engine);
  } finally {
    engine.free();
  }
}

/**
 * The SQL that leads from one schema to the other; empty when there is no difference. `url` is any PostgreSQL
 * that answers: the engine asks it for its version and changes nothing.
 */
export async function diff(url: string, from: Schema, to: string): Promise<string> {
  const target = (schema: Schema): DiffTarget =>
    schema === null ? { tag: "empty" } : { tag: "schemaDatamodel", files: [{ path, content: schema }] };
  const { stdout } = await withEngine(url, to, (engine) =>
    engine.diff({
      from: target(from),
      to: target(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return stdout === null || stdout.includes("This is an empty migration") ? "" : stdout;
}
