import { expect, test } from "vitest";
import { ecomapOf, ecomapPlaces, ecomapSizes } from "../../../src/documents/genogram/ecomap.js";
import { type ClientSystem, systemKinds } from "../../../src/practice/family/systems.js";

const words = {
  client: "Klien",
  kinds: Object.fromEntries(systemKinds.map((kind) => [kind, kind])) as Record<ClientSystem["kind"], string>,
  ties: { strong: "kuat", weak: "lemah", stressful: "menekan" },
  flow: "arah",
  foot: "K-2026-0001",
};
const system = (more: Partial<ClientSystem> = {}): ClientSystem => ({
  name: "Puskesmas",
  kind: "health",
  tie: "strong",
  flow: "to-client",
  ...more,
});
const svgOf = (...systems: readonly ClientSystem[]) => ecomapOf(systems, words).svg;

test("up to twenty systems: no circle over another, and no line to one through another", () => {
  const { circle } = ecomapSizes;
  for (let count = 0; count <= 20; count += 1) {
    const places = ecomapPlaces(count);
    for (const [index, [x, y]] of places.entries()) {
      expect(Math.hypot(x, y), `${count}: the client`).toBeGreaterThan(2 * circle + 20);
      for (const [other, [ox, oy]] of places.entries()) {
        if (other === index) continue;
        expect(Math.hypot(x - ox, y - oy), `${count}: ${index} and ${other}`).toBeGreaterThan(2 * circle);
        // How far the other is from the line between the client and this one.
        const along = Math.max(0, Math.min(1, (ox * x + oy * y) / (x * x + y * y)));
        expect(Math.hypot(ox - along * x, oy - along * y), `${count}: line to ${index}`).toBeGreaterThan(
          circle,
        );
      }
    }
  }
});

test("strength, stress and direction are drawn, and the legend says what is", () => {
  const heads = (svg: string) => svg.match(/Z" fill="#/g)?.length ?? 0;
  // The legend has a head of its own.
  expect(heads(svgOf(system()))).toBe(2);
  expect(heads(svgOf(system({ flow: "both" })))).toBe(3);
  expect(svgOf(system({ tie: "weak" }))).toContain('stroke-dasharray="7 6"');
  const stressful = svgOf(system({ tie: "stressful" }));
  expect(stressful).toContain(">menekan<");
  expect(stressful).not.toContain(">kuat<");
  expect(svgOf(system({ name: "<b>" }))).toContain("&#60;b&#62;");
});
