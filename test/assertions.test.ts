/** No test without an assertion, and no golden that only a program can read. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const files = readdirSync("test", { recursive: true, encoding: "utf8" }).map((name) => join("test", name));
const sources = files
  .filter((name) => name.endsWith(".ts"))
  .map((name) => ts.createSourceFile(name, readFileSync(name, "utf8"), ts.ScriptTarget.Latest, true));

/** What fails where something is not as it should be: Vitest's own, whoever waits for a text, a browser, a property. */
const asserting = new Set(["expect", "expectTypeOf", "sees", "waitFor", "assert"]);

/** Functions and classes of the tests by name. */
const functions = new Map<string, ts.Node[]>();
for (const source of sources) {
  visit(source, (node) => {
    const named =
      ts.isFunctionDeclaration(node) ||
      ts.isMethodDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      isFunctionHeld(node);
    if (!named || node.name === undefined) return;
    const name = node.name.getText(source);
    functions.set(name, [...(functions.get(name) ?? []), node]);
  });
}
// A function asserts where it calls one that does.
for (let before = 0; before !== asserting.size; ) {
  before = asserting.size;
  for (const [name, bodies] of functions) if (bodies.every(asserts)) asserting.add(name);
}

test.each(
  sources.filter(({ fileName }) => fileName.endsWith(".test.ts")).map((one) => [one.fileName, one] as const),
)("%s: each test asserts something", (_, source) => {
  const silent: string[] = [];
  visit(source, (node) => {
    if (!ts.isCallExpression(node) || !isTest(node)) return;
    const body = node.arguments.at(-1);
    const isHeld = body !== undefined && ts.isIdentifier(body);
    if (body !== undefined && !isHeld && !ts.isNumericLiteral(body) && !asserts(body)) {
      silent.push(node.arguments[0]?.getText(source) ?? "");
    }
  });
  expect(silent).toEqual([]);
});

test("what is expected stands in the test, or in a file one can read", () => {
  expect(files.filter((name) => /\.snap$|__snapshots__/.test(name))).toEqual([]);
  const snapshots = sources.filter(({ fileName, text }) => {
    return fileName !== "test/assertions.test.ts" && /\btoMatch\w*Snapshot\(/.test(text);
  });
  expect(snapshots.map(({ fileName }) => fileName)).toEqual([]);
});

function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

function asserts(body: ts.Node): boolean {
  let found = false;
  visit(body, (node) => {
    const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
    if (isCall && asserting.has(calledName(node))) found = true;
  });
  return found;
}

/** The last word of what is called: `sees` of `worker.sees(…)`. */
function calledName({ expression }: ts.CallExpression | ts.NewExpression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : "";
}

function isFunctionHeld(node: ts.Node): node is ts.VariableDeclaration {
  return (
    ts.isVariableDeclaration(node) &&
    node.initializer !== undefined &&
    (ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer))
  );
}

/** `test(…)`, `it(…)`, and `test.each(…)(…)` with what stands between. */
function isTest({ expression }: ts.CallExpression): boolean {
  let root: ts.Expression = expression;
  const isEach = ts.isCallExpression(root) || ts.isTaggedTemplateExpression(root);
  if (ts.isCallExpression(root)) root = root.expression;
  else if (ts.isTaggedTemplateExpression(root)) root = root.tag;
  if (!isEach && ts.isPropertyAccessExpression(root)) return false;
  while (ts.isPropertyAccessExpression(root)) root = root.expression;
  return ts.isIdentifier(root) && ["test", "it"].includes(root.text);
}
