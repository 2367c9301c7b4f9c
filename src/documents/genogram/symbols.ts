import type { FamilyMember } from "../../practice/family/family.js";
import { round } from "./bonds.js";
import { sizes } from "./plan.js";

/** The colour of lines and words, of the client's household, and of paper. */
export const ink = { line: "#1d2328", household: "#dfe9f5", paper: "#ffffff" } as const;

/** The symbol of a person around a place: square, circle, diamond, or the triangle of a pregnancy. */
export function symbolOf(member: FamilyMember, isClient: boolean, x: number, y: number): string {
  const fill = member.household ? ink.household : ink.paper;
  const outline = (radius: number, paint: string) =>
    `<path d="${shapeOf(member, x, y, radius)}" fill="${paint}" stroke="${ink.line}" stroke-width="1.8"/>`;
  const { radius } = sizes;
  const parts = [outline(member.life === "lost" ? radius * 0.6 : radius, fill)];
  if (isClient) parts.push(outline(radius - 4.5, "none"));
  if (member.life === "died") parts.push(cross(x, y, radius * crossed[member.sex]));
  if (member.life === "lost") parts.push(cross(x, y, radius * 0.6));
  return parts.join("");
}

/** What stands inside of a symbol: the age, or a question mark for somebody of whom nothing is known. */
export function insideOf({ name, age, life, bornIn }: FamilyMember): string {
  if (life === "unborn" || life === "lost") return "";
  if (age !== undefined) return String(age);
  return name === "" && bornIn === undefined ? "?" : "";
}

/** How far a cross reaches into the corners of a symbol. */
const crossed = { male: 1, female: 0.71, unknown: 0.5 } as const;

function shapeOf({ sex, life }: FamilyMember, x: number, y: number, r: number): string {
  const at = (dx: number, dy: number) => `${round(x + dx)} ${round(y + dy)}`;
  if (life === "unborn" || life === "lost") return `M${at(0, -r)}L${at(r, r)}H${round(x - r)}Z`;
  if (sex === "male") return `M${at(-r, -r)}H${round(x + r)}V${round(y + r)}H${round(x - r)}Z`;
  if (sex === "female") return `M${at(-r, 0)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  return `M${at(0, -r)}L${at(r, 0)}L${at(0, r)}L${at(-r, 0)}Z`;
}

function cross(x: number, y: number, r: number): string {
  const [l, t, w] = [round(x - r), round(y - r), 2 * r];
  const path = `M${l} ${t}l${w} ${w}M${round(x + r)} ${t}l${-w} ${w}`;
  return `<path d="${path}" stroke="${ink.line}" stroke-width="1.3" fill="none"/>`;
}
