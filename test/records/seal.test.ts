import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
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

describe("sealing a field", () => {
  test("is v1, the key's id, and base64url; the value is not in it", () => {
    const sealed = sealer.seal(name, place);
    expect(sealed).toMatch(/^v1\.[\w-]{8}\.[\w-]+$/);
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
    for (const text of ["", name, "v1.", "v1.abc.", "v2.abc.AAAA", `v1.${keyIdOf(key)}.AAAA`]) {
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

test("sealing an answer is no burden on the hot path", () => {
  const answer = "x".repeat(200);
  for (let i = 0; i < 2_000; i++) sealer.seal(answer, place);
  const rounds = Array.from({ length: 5 }, () => {
    const start = performance.now();
    for (let i = 0; i < 1_000; i++) sealer.seal(answer, place);
    return performance.now() - start;
  });
  // Microseconds a value; the fastest round, since this machine does other things as well.
  expect(Math.min(...rounds)).toBeLessThan(15);
});
