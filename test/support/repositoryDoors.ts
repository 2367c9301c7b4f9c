import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import ts from "typescript";

/** An exported function of the records that is told by an id, or by what was read, which of all things is meant. */
export type RepositoryDoor = {
  /** `case/closing.ts closeCase`. */
  readonly name: string;
  readonly module: string;
  /** What its parameters are called, without the unit of work. Of one that is taken apart, its parts. */
  readonly parameters: readonly (string | readonly string[])[];
  readonly call: (work: unknown, ...args: readonly unknown[]) => unknown;
};

/** How a parameter is called that says which thing is meant. */
const names =
  /(^i|I)ds?$|^(code|round|subject|about|what|by|asked|access|job|row|rows|due|alarm|deadline|lines)$/;

const folder = "src/records";

/** All of them, found in the sources: one that is written anew is among them. */
export async function repositoryDoors(): Promise<readonly RepositoryDoor[]> {
  const modules = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".d.ts"),
  );
  const doors = await Promise.all(modules.sort().map(doorsOf));
  return doors.flat();
}

async function doorsOf(module: string): Promise<readonly RepositoryDoor[]> {
  const file = join(folder, module);
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const declared = source.statements.flatMap((statement) => {
    if (!ts.isFunctionDeclaration(statement) || statement.name === undefined) return [];
    const isExported = statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    const [work, ...others] = statement.parameters;
    if (!isExported || work?.type?.getText() !== "Work") return [];
    const parameters = others.map(calledOf);
    return parameters.flat().some((one) => names.test(one))
      ? [{ name: statement.name.text, parameters }]
      : [];
  });
  if (declared.length === 0) return [];
  const exported = (await import(resolve(file))) as Readonly<Record<string, unknown>>;
  return declared.map(({ name, parameters }) => {
    const call = exported[name];
    if (typeof call !== "function") throw new Error(`${module} exports no ${name}`);
    return {
      name: `${module} ${name}`,
      module,
      parameters,
      call: (...args): unknown => Reflect.apply(call, undefined, args) as unknown,
    };
  });
}

/** What a parameter is called; one that is taken apart is an object with those parts. */
function calledOf({ name, type }: ts.ParameterDeclaration): string | readonly string[] {
  if (ts.isIdentifier(name)) {
    if (type === undefined || !ts.isTypeLiteralNode(type)) return name.text;
    return type.members.flatMap((member) => (member.name === undefined ? [] : [member.name.getText()]));
  }
  return name.elements.map((one) =>
    ts.isBindingElement(one) ? (one.propertyName ?? one.name).getText() : "",
  );
}
