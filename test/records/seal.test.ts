import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerCell, readAnswers } from "../../src/records/case/answers.js";
import { createSealer, keyIdOf, SealError, sealerOf } from "../../src/records/storage/seal.js";

const key = Buffer.alloc(32, 1);
const older = Buffer.alloc(32, 2);
const sealer = sealerOf([key], randomBytes);
const place = { table: "Client", column: "name", row: "k4hq" };
const name = "Siti Aisyah";

function faultOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof SealError) return error.fault;
    throw error;
  }
  return "none";
}

test("an answer that was opened before does not open at another place", () => {
  const row = {
    id: "a1",
    roundId: "r1",
    path: "name",
    revision: 1,
    memberId: "m1",
    origin: null,
    at: new Date(0),
  };
  const value = sealer.seal(JSON.stringify(name), answerCell(row));
  expect(readAnswers(sealer, [{ ...row, value }]).answers.get("name")).toBe(name);
  const moved = readAnswers(sealer, [{ ...row, value, path: "headName" }]);
  expect(moved.answers.size).toBe(0);
  expect([...moved.unreadable.keys()]).toEqual(["headName"]);
});

describe("sealing a field", () => {
  test("is v2, the key's id, and base64url; the value is not in it", () => {
    const sealed = sealer.seal(name, place);
    expect(sealed).toMatch(/^v2\.[\w-]{8}\.[\w-]+$/);
    expect(sealed.split(".")[1]).toBe(keyIdOf(key));
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain("Siti");
    expect(sealer.open(sealed, place)).toBe(name);
  });

  test("twice gives two different texts", () => {
    expect(sealer.seal(name, place)).not.toBe(sealer.seal(name, place));
  });

  test("keeps every text there is, also empty, emoji and NUL", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (plain, row) => {
        expect(sealer.open(sealer.seal(plain, { ...place, row }), { ...place, row })).toBe(plain);
      }),
      { numRuns: 200 },
    );
  });

  test("opens nowhere else", () => {
    const sealed = sealer.seal(name, place);
    for (const elsewhere of [
      { ...place, row: "k4hr" },
      { ...place, column: "address" },
      { ...place, table: "Member" },
    ]) {
      expect(faultOf(() => sealer.open(sealed, elsewhere))).toBe("tampered");
    }
  });

  test("no changed character goes unnoticed", () => {
    const sealed = sealer.seal(name, place);
    const body = sealed.lastIndexOf(".") + 1;
    // The last character of base64url carries unused bits; all before it count.
    fc.assert(
      fc.property(
        fc.integer({ min: body, max: sealed.length - 2 }),
        fc.constantFrom("A", "b", "-"),
        (at, c) => {
          fc.pre(sealed[at] !== c);
          const changed = sealed.slice(0, at) + c + sealed.slice(at + 1);
          expect(faultOf(() => sealer.open(changed, place))).toBe("tampered");
        },
      ),
    );
  });

  test("a cut, empty or foreign text is malformed, an unknown key is told apart", () => {
    for (const text of ["", name, "v2.", "v2.abc.", "v3.abc.AAAA", `v2.${keyIdOf(key)}.AAAA`]) {
      expect(faultOf(() => sealer.open(text, place))).toBe("malformed");
    }
    expect(faultOf(() => sealerOf([older], randomBytes).open(sealer.seal(name, place), place))).toBe(
      "unknown-key",
    );
  });

  test("the error names the place and not the value", () => {
    const sealed = sealer.seal(name, place);
    expect(() => sealer.open(sealed, { ...place, row: "other" })).toThrow(
      "sealed value of Client.name in row other does not open: tampered",
    );
  });
});

describe("sealing a file", () => {
  const at = { table: "Attachment", column: "bytes", row: "a1" };

  test("keeps its bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => {
        const opened = sealer.openBytes(sealer.sealBytes(bytes, at), at);
        expect(Buffer.compare(opened, bytes)).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  test("a changed byte, a cut end, another row", () => {
    const sealed = sealer.sealBytes(Buffer.from("a photo"), at);
    const changed = Buffer.from(sealed);
    changed[sealed.length - 1] = (changed[sealed.length - 1] ?? 0) ^ 1;
    expect(faultOf(() => sealer.openBytes(changed, at))).toBe("tampered");
    expect(faultOf(() => sealer.openBytes(sealed.subarray(0, -1), at))).toBe("tampered");
    expect(faultOf(() => sealer.openBytes(sealed.subarray(0, 15), at))).toBe("malformed");
    expect(faultOf(() => sealer.openBytes(Buffer.from("a photo"), at))).toBe("malformed");
    expect(faultOf(() => sealer.openBytes(sealed, { ...at, row: "a2" }))).toBe("tampered");
  });
});

describe("a new key", () => {
  const rotated = sealerOf([older, key], randomBytes);

  test("seals from now on; what the old one sealed still opens, and is known as old", () => {
    const before = sealer.seal(name, place);
    const after = rotated.seal(name, place);
    expect(rotated.open(before, place)).toBe(name);
    expect(rotated.open(after, place)).toBe(name);
    expect([rotated.isCurrent(before), rotated.isCurrent(after)]).toEqual([false, true]);
  });

  test("finds what was sealed alike before it", () => {
    const all = [rotated.sealAlike(name, place), sealer.sealAlike(name, place)];
    expect(new Set(all).size).toBe(2);
    expect(rotated.alike(name, place)).toEqual(all);
    expect(all.map((sealed) => rotated.open(sealed, place))).toEqual([name, name]);
  });

  test("finds rows that were indexed before it", () => {
    expect(rotated.index("siti", "name")).not.toBe(sealer.index("siti", "name"));
    expect(rotated.lookups("siti", "name")).toEqual([
      rotated.index("siti", "name"),
      sealer.index("siti", "name"),
    ]);
  });

  test("a key of another length, or a current key that is not there, is refused", () => {
    const options = { current: "a", random: randomBytes };
    expect(() => createSealer({ ...options, keys: new Map([["a", Buffer.alloc(16)]]) })).toThrow("32 bytes");
    expect(() => createSealer({ ...options, keys: new Map([["b", key]]) })).toThrow("no data key a");
  });
});

describe("sealing alike", () => {
  test("gives equal texts for equal values of one place, and only then; each opens there and nowhere else", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const [one, other] = [sealer.sealAlike(a, place), sealer.sealAlike(b, place)];
        expect(one === other).toBe(a === b);
        expect(sealer.open(one, place)).toBe(a);
        const elsewhere = { ...place, row: "k4hr" };
        expect(sealer.sealAlike(a, elsewhere)).not.toBe(one);
        expect(faultOf(() => sealer.open(one, elsewhere))).toBe("tampered");
        expect(sealer.isCurrent(one)).toBe(true);
      }),
    );
  });

  test("does not use the random bytes that hide equal values elsewhere", () => {
    expect(sealer.sealAlike(name, place)).not.toBe(sealer.seal(name, place));
  });
});

describe("the blind index", () => {
  test("is equal for equal values of one purpose under one key, and only then", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(sealer.index(a, "name") === sealer.index(b, "name")).toBe(a === b);
        expect(sealer.index(a, "name")).not.toBe(sealer.index(a, "phone"));
        expect(sealer.index(a, "name")).not.toBe(sealerOf([older], randomBytes).index(a, "name"));
      }),
    );
  });

  test("is 16 bytes in base64url", () => {
    expect(sealer.index("siti", "name")).toMatch(/^[\w-]{22}$/);
  });
});

describe("what was sealed in v1", () => {
  // Made with `key` by the version before, for Answer.value of the row "k4hq".
  const old = "v1.NLG2gHSg.AwMDAwMDAwMDAwMDAo7xSNxJRUwJmU8MSbcBA4etowXfI63dHJeSQOw";
  const answer = { table: "Answer", column: "value", row: "r1.name.1", rowInV1: "k4hq" };

  test("opens where it was, is bound to its row, and ought to be sealed again", () => {
    expect(sealer.open(old, answer)).toBe('"Siti Aisyah"');
    expect(faultOf(() => sealer.open(old, { ...answer, rowInV1: "k4hr" }))).toBe("tampered");
    expect(sealer.isCurrent(old)).toBe(false);
  });

  test("and is not what was sealed in v2 under another name", () => {
    const sealed = sealer.seal(name, place).replace("v2.", "v1.");
    expect(faultOf(() => sealer.open(sealed, place))).toBe("tampered");
  });
});

test("the length of a short text says nothing of it", () => {
  const lengths = (texts: readonly string[]) =>
    new Set(texts.map((text) => sealer.seal(text, place).length)).size;
  expect(lengths(["true", "false", '["child-victim","sexual-violence"]', "x".repeat(63)])).toBe(1);
  expect(lengths(["x".repeat(64), "x".repeat(255)])).toBe(1);
  expect(lengths(["x".repeat(63), "x".repeat(64), "x".repeat(1_024)])).toBe(3);
});

test("the size of a file says little of it", () => {
  const at = { table: "Attachment", column: "bytes", row: "a1" };
  const sizeOf = (bytes: number) => sealer.sealBytes(Buffer.alloc(bytes), at).length;
  expect(new Set([0, 1, 500, 1_023].map(sizeOf)).size).toBe(1);
  // Photos of about 200 kB: 8,192 sizes in a row are one.
  expect(new Set([200_704, 202_000, 204_799].map(sizeOf)).size).toBeLessThanOrEqual(2);
  for (const bytes of [1_024, 5_000, 77_777, 1_000_000, 20_000_000])
    expect(sizeOf(bytes) / bytes).toBeLessThan(1.13);
});

test("a file that was sealed without padding opens", () => {
  // Made with `key` by the version before, for Attachment.bytes of the row "a1".
  const at = { table: "Attachment", column: "bytes", row: "a1" };
  const old = Buffer.from("djIuTkxHMmdIU2cuAwMDAwMDAwMDAwMDQf3oVNoda+22WjfD6CyR6+5dCO+xs+A=", "base64");
  expect(sealer.openBytes(old, at).toString()).toBe("a photo");
});

test("a value that does not open is named, and the alarm hears of it", () => {
  const heard: SealError[] = [];
  const watched = sealerOf([key], randomBytes, (error) => heard.push(error));
  const sealed = watched.seal(name, place);
  expect(watched.read(sealed, place)).toBe(name);
  const moved = watched.read(sealed, { ...place, row: "other" });
  expect(moved).toEqual({ unreadable: expect.stringMatching(/^[0-9A-F]{6}$/) });
  expect(heard.map(({ fault, reference }) => ({ fault, unreadable: reference }))).toEqual([
    { fault: "tampered", ...(moved as object) },
  ]);
  expect(watched.read(sealed, { ...place, row: "other" })).toEqual(moved);
});
