import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { describe, expect, test } from "vitest";
import { allForms } from "../../src/practice/forms/catalogue.js";
import { acceptedKinds } from "../../src/practice/inputs/attachments.js";
import { acceptBirth } from "../../src/practice/inputs/birth.js";
import { type ReasonId, reasons } from "../../src/practice/reasons.js";

describe.each(["id", "en"])("the reasons in locale %s", (locale) => {
  const source = readFileSync(new URL(`../../locales/${locale}/reasons.ftl`, import.meta.url), "utf8");
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const faults = bundle.addResource(new FluentResource(source));
  const say = (reason: string, args: Record<string, string | number>): string => {
    const message = bundle.getMessage(`reason-${reason}`);
    const errors: Error[] = [];
    const said = message?.value ? bundle.formatPattern(message.value, args, errors) : "";
    expect(errors).toEqual([]);
    return said;
  };

  test("are written without faults", () => {
    expect(faults).toEqual([]);
  });

  test.each(Object.entries(reasons))(
    "%s says what would be right, with its own arguments only",
    (id, names) => {
      const args = Object.fromEntries(names.map((name) => [name, name === "accepts" ? "photo" : "7"]));
      expect(say(id, args)).not.toBe("");
    },
  );

  test("none is written that no answer can have", () => {
    const written = [...source.matchAll(/^reason-([a-z-]+) =/gm)].map(([, id]) => id);
    expect(written.filter((id) => !Object.hasOwn(reasons, id as ReasonId))).toEqual([]);
  });

  test("every mix of attachments the forms take has its words", () => {
    for (const { questions } of allForms) {
      for (const question of questions) {
        if (question.type !== "attachment") continue;
        const accepts = acceptedKinds(question.accepts);
        expect(source).toContain(`[${accepts}]`);
      }
    }
  });
});

test("a date of birth that does not exist, as a person reads it", () => {
  const bundle = new FluentBundle("id", { useIsolating: false });
  const source = readFileSync(new URL("../../locales/id/reasons.ftl", import.meta.url), "utf8");
  bundle.addResource(new FluentResource(source));
  const outcome = acceptBirth("31-2-1990", "2026-11-24");
  if (outcome.kind !== "explained") throw new Error("expected an explanation");
  const message = bundle.getMessage(`reason-${outcome.reason}`);
  expect(bundle.formatPattern(message?.value ?? "", outcome.args)).toBe(
    "Tanggal itu tidak ada: Februari 1990 berakhir di tanggal 28. Tulis misalnya 28-2-1990, atau umurnya saja: 36 tahun.",
  );
});
