/**
 * Derives two schemas from `@grammyjs/types`: `src/playground/bot-api.schema.json`, what every method of the Bot API
 * that the playground knows may be sent, and `scripts/fuzz/update.schema.json`, what a bot may receive. The types are those grammY compiles against, so a request our own
 * compiler would have refused is one the playground takes note of, also where a cast or a plugin hid it.
 *
 * The walk asks TypeScript's checker for the parameters of `ApiMethods<string>` (an uploaded file travels as
 * `attach://name`, a string) and writes JSON Schema: named types become `$ref`s (some are recursive), nothing
 * unknown is allowed. A test compares the files with a fresh derivation; to write them anew:
 *
 *     node --import ./scripts/typescript.mjs scripts/bot-api-schema.ts --write
 */
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { supportedMethods } from "../src/playground/methods/names.js";

/** A JSON Schema. */
export type Schema = { [key: string]: unknown };
type Definitions = { [name: string]: Schema };

/** Where the schema of what a bot sends is kept. */
const sentPath = fileURLToPath(new URL("../src/playground/bot-api.schema.json", import.meta.url));
/** Where that of what it receives is kept. */
const receivedPath = fileURLToPath(new URL("./fuzz/update.schema.json", import.meta.url));

/** What the checker made of the entry module. */
type Compiled = { readonly checker: ts.TypeChecker; readonly methods: ts.Type; readonly update: ts.Type };

const entryName = fileURLToPath(new URL("../src/playground/.bot-api-entry.ts", import.meta.url));
const entrySource = `import type { ApiMethods, Update } from "@grammyjs/types";
export type Methods = ApiMethods<string>; export type Received = Update;`;

/** Compiles a two-line module that exists only in memory, so that `ApiMethods` comes instantiated. */
function compile(): Compiled {
  const options: ts.CompilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, languageVersion, ...rest) =>
    name === entryName
      ? ts.createSourceFile(name, entrySource, languageVersion)
      : getSourceFile.call(host, name, languageVersion, ...rest);
  host.fileExists = (name) => name === entryName || fileExists.call(host, name);
  host.readFile = (name) => (name === entryName ? entrySource : readFile.call(host, name));

  const program = ts.createProgram([entryName], options, host);
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entryName);
  const [methods, update] = [...(source?.statements ?? [])]
    .filter(ts.isTypeAliasDeclaration)
    .map((alias) => checker.getTypeAtLocation(alias.name));
  if (methods === undefined || update === undefined)
    throw new Error("The entry module lost its type aliases");
  if (methods.getProperties().length === 0) throw new Error("@grammyjs/types could not be resolved");
  return { checker, methods, update };
}

/** `InlineKeyboardButton.WebAppButton`, for there is a `KeyboardButton.WebAppButton` too; nothing for `{…}`. */
function nameOf(symbol: ts.Symbol | undefined, checker: ts.TypeChecker): string | undefined {
  if (symbol === undefined || symbol.name.startsWith("__")) return undefined;
  return checker.getFullyQualifiedName(symbol).replace(/^".*"\./, "");
}

/** The JSON Schema of one TypeScript type; named object types are collected in `definitions`. */
function schemaOf(type: ts.Type, checker: ts.TypeChecker, definitions: Definitions): Schema {
  if (type.flags & ts.TypeFlags.StringLiteral) return { const: (type as ts.StringLiteralType).value };
  if (type.flags & ts.TypeFlags.NumberLiteral) return { const: (type as ts.NumberLiteralType).value };
  if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === "true" };
  if (type.flags & ts.TypeFlags.String) return { type: "string" };
  if (type.flags & ts.TypeFlags.Number) return { type: "number" };
  if (type.flags & ts.TypeFlags.Boolean) return { type: "boolean" };
  if (type.flags & ts.TypeFlags.TemplateLiteral) return { type: "string" };
  if (checker.isArrayType(type)) {
    const [element] = checker.getTypeArguments(type as ts.TypeReference);
    if (element === undefined) throw new Error(`Array without an element: ${checker.typeToString(type)}`);
    return { type: "array", items: schemaOf(element, checker, definitions) };
  }
  if (type.isUnion()) return unionSchema(type, checker, definitions);
  if (type.flags & ts.TypeFlags.Object || type.isIntersection())
    return objectReference(type, checker, definitions);
  throw new Error(`No JSON Schema for ${checker.typeToString(type)}`);
}

function unionSchema(type: ts.UnionType, checker: ts.TypeChecker, definitions: Definitions): Schema {
  const name = nameOf(type.aliasSymbol, checker);
  if (name !== undefined && definitions[name] !== undefined) return { $ref: `#/definitions/${name}` };
  if (name !== undefined) definitions[name] = {}; // reserved first: RichText contains itself
  const members = type.types
    .filter((member) => !(member.flags & ts.TypeFlags.Undefined))
    .map((member) => schemaOf(member, checker, definitions));
  const constants = members.filter((member) => "const" in member).map((member) => member.const);
  const rest = members.filter((member) => !("const" in member));
  if (constants.length === 2 && constants.includes(true) && constants.includes(false))
    rest.unshift({ type: "boolean" });
  else if (constants.length === 1) rest.unshift({ const: constants[0] });
  else if (constants.length > 1) rest.unshift({ enum: constants });
  const [only] = rest;
  const schema: Schema = rest.length === 1 && only !== undefined ? only : { anyOf: rest };
  if (name === undefined) return schema;
  definitions[name] = schema;
  return { $ref: `#/definitions/${name}` };
}

function objectReference(type: ts.Type, checker: ts.TypeChecker, definitions: Definitions): Schema {
  const name = nameOf(type.aliasSymbol ?? type.symbol, checker);
  if (name === undefined) return objectSchema(type, checker, definitions);
  if (definitions[name] === undefined) {
    definitions[name] = {};
    definitions[name] = objectSchema(type, checker, definitions);
  }
  return { $ref: `#/definitions/${name}` };
}

function objectSchema(type: ts.Type, checker: ts.TypeChecker, definitions: Definitions): Schema {
  const properties: Definitions = {};
  const required: string[] = [];
  for (const property of checker.getPropertiesOfType(type)) {
    const propertyType = checker.getTypeOfSymbol(property);
    if (propertyType.flags & ts.TypeFlags.Undefined) continue; // `title?: undefined`: must be absent
    properties[property.name] = schemaOf(propertyType, checker, definitions);
    if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
  }
  return {
    type: "object",
    properties,
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  };
}

/** What a bot may send: `{definitions, methods}`, `methods` keyed by the method's name. */
function sentSchema({ checker, methods }: Compiled): { definitions: Definitions; methods: Definitions } {
  const definitions: Definitions = {};
  const schemas: Definitions = {};
  for (const method of supportedMethods) {
    const symbol = methods.getProperty(method);
    if (symbol === undefined) throw new Error(`@grammyjs/types knows no method ${method}`);
    const [signature] = checker.getTypeOfSymbol(symbol).getCallSignatures();
    const [parameter] = signature?.getParameters() ?? [];
    schemas[method] =
      parameter === undefined
        ? { type: "object", properties: {}, additionalProperties: false }
        : schemaOf(checker.getNonNullableType(checker.getTypeOfSymbol(parameter)), checker, definitions);
  }
  return { definitions, methods: schemas };
}

/** What a bot receives: `{definitions}`, `Update` among them. */
function receivedSchema({ checker, update }: Compiled): { definitions: Definitions } {
  const definitions: Definitions = {};
  schemaOf(update, checker, definitions);
  return { definitions };
}

/** The derived schemas by the file they are kept in: one definition or method a line, for readable diffs. */
export function schemaTexts(): ReadonlyMap<string, string> {
  const compiled = compile();
  return new Map([
    [sentPath, textOf(sentSchema(compiled))],
    [receivedPath, textOf(receivedSchema(compiled))],
  ]);
}

function textOf(sections: { readonly [name: string]: Definitions }): string {
  const texts = Object.entries(sections).map(([name, entries]) => {
    const lines = Object.entries(entries).map(
      ([key, schema]) => `    ${JSON.stringify(key)}: ${JSON.stringify(schema)}`,
    );
    return `  ${JSON.stringify(name)}: {\n${lines.join(",\n")}\n  }`;
  });
  return `{\n${texts.join(",\n")}\n}\n`;
}

if (process.argv.includes("--write")) {
  for (const [path, text] of schemaTexts()) {
    const isNew = !existsSync(path);
    writeFileSync(path, text);
    console.log(`${isNew ? "Wrote" : "Rewrote"} ${path}`);
  }
}
