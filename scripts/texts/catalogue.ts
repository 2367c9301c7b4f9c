import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  FluentParser,
  type FunctionReference,
  type MessageReference,
  type Pattern,
  type SelectExpression,
  type SyntaxNode,
  type TermReference,
  VariableReference,
  Visitor,
} from "@fluent/syntax";
import type { Locale } from "../../src/texts.js";

/** What a text asks of a variable: any value, or a number because it chooses by plural or formats one. */
export type Variable = {
  kind: "any" | "number";
  /** The values it distinguishes between, as the variants write them. */
  readonly variants: Set<string>;
};

/** One text: a message, an attribute of one (`id.attribute`), or a term (`-id`). */
export type Entry = {
  readonly key: string;
  /** Below the locale's folder, with /. */
  readonly file: string;
  readonly line: number;
  readonly variables: Map<string, Variable>;
  /** Messages and terms it refers to. */
  readonly refers: Set<string>;
};

/** A fault in a text, and where it is. */
export type Fault = { readonly where: string; readonly problem: string };

/** All texts of a locale, by key. */
export type Catalogue = {
  readonly locale: Locale;
  readonly files: string[];
  readonly entries: Map<string, Entry>;
};

const pluralCategories = new Set(["zero", "one", "two", "few", "many"]);

/** Collects what one pattern asks for; references to others are resolved afterwards. */
class Reader extends Visitor {
  readonly variables = new Map<string, Variable>();
  readonly refers = new Set<string>();

  private variable(name: string): Variable {
    const known = this.variables.get(name) ?? { kind: "any", variants: new Set<string>() };
    this.variables.set(name, known);
    return known;
  }

  override visitVariableReference(node: VariableReference): void {
    this.variable(node.id.name);
  }

  override visitMessageReference(node: MessageReference): void {
    this.refers.add(node.attribute === null ? node.id.name : `${node.id.name}.${node.attribute.name}`);
  }

  override visitTermReference(node: TermReference): void {
    this.refers.add(`-${node.id.name}`);
    this.genericVisit(node);
  }

  override visitFunctionReference(node: FunctionReference): void {
    const [first] = node.arguments.positional;
    if (node.id.name === "NUMBER" && first instanceof VariableReference) {
      this.variable(first.id.name).kind = "number";
    }
    this.genericVisit(node);
  }

  override visitSelectExpression(node: SelectExpression): void {
    if (node.selector instanceof VariableReference) {
      const variable = this.variable(node.selector.id.name);
      for (const { key } of node.variants) {
        const name = key.type === "Identifier" ? key.name : key.value;
        variable.variants.add(name);
        if (key.type === "NumberLiteral" || pluralCategories.has(name)) variable.kind = "number";
      }
    }
    this.genericVisit(node);
  }
}

/** Reads `<dir>/<locale>/**.ftl`; what does not parse, or stands twice, is a fault. */
export function readCatalogue(dir: string, locale: Locale): { catalogue: Catalogue; faults: Fault[] } {
  const root = join(dir, locale);
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ftl"))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
  const entries = new Map<string, Entry>();
  const faults: Fault[] = [];
  for (const file of files) {
    const source = readFileSync(join(root, file), "utf8");
    const lineOf = (node: SyntaxNode) => source.slice(0, node.span?.start ?? 0).split("\n").length;
    const add = (key: string, node: SyntaxNode, pattern: Pattern) => {
      const reader = new Reader();
      reader.visit(pattern);
      const line = lineOf(node);
      const twin = entries.get(key);
      if (twin !== undefined) {
        faults.push({
          where: `${dir}/${locale}/${file}:${line}`,
          problem: `${key} stands in ${twin.file}:${twin.line} already`,
        });
      }
      entries.set(key, { key, file, line, variables: reader.variables, refers: reader.refers });
    };
    for (const node of new FluentParser({ withSpans: true }).parse(source).body) {
      if (node.type === "Junk") {
        const [annotation] = node.annotations;
        faults.push({
          where: `${dir}/${locale}/${file}:${lineOf(node)}`,
          problem: `not Fluent: ${annotation?.message ?? "it does not parse"}`,
        });
      } else if (node.type === "Message" || node.type === "Term") {
        const key = node.type === "Term" ? `-${node.id.name}` : node.id.name;
        if (node.value !== null) add(key, node, node.value);
        for (const attribute of node.attributes)
          add(`${key}.${attribute.id.name}`, attribute, attribute.value);
      }
    }
  }
  const catalogue = { locale, files, entries };
  return { catalogue, faults: [...faults, ...unresolved(dir, catalogue)] };
}

/** A text asks for everything that the texts inside it ask for. References to nothing are faults. */
function unresolved(dir: string, { locale, entries }: Catalogue): Fault[] {
  const faults: Fault[] = [];
  for (const entry of entries.values()) {
    const seen = new Set<string>([entry.key]);
    const open = [...entry.refers];
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (seen.has(key)) continue;
      seen.add(key);
      const referred = entries.get(key);
      if (referred === undefined) {
        faults.push({
          where: `${dir}/${locale}/${entry.file}:${entry.line}`,
          problem: `${entry.key} refers to ${key}, which does not exist`,
        });
        continue;
      }
      // A term has parameters of its own and sees no variables.
      if (!key.startsWith("-")) mergeVariables(entry.variables, referred.variables);
      open.push(...referred.refers);
    }
  }
  return faults;
}

/** Adds what `more` asks for. */
export function mergeVariables(into: Map<string, Variable>, more: ReadonlyMap<string, Variable>): void {
  for (const [name, variable] of more) {
    const known = into.get(name) ?? { kind: "any", variants: new Set<string>() };
    if (variable.kind === "number") known.kind = "number";
    for (const variant of variable.variants) known.variants.add(variant);
    into.set(name, known);
  }
}
