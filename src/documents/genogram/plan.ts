/**
 * Where everything of a genogram stands: people in their rows, the lines of couples below them (each on a track of its
 * own, so that it runs below whoever stands in between), and the lines down to their children.
 */
import type { Family, FamilyMember, PersonId, Union } from "../../practice/family/family.js";
import { columnsOf, spacing } from "./columns.js";
import { generationsOf } from "./generations.js";
import { linesOfText } from "./letters.js";
import { orderOf } from "./order.js";
import { clearPlace, type Stretch, tracksOf } from "./tracks.js";

/** Half the width of a symbol, and sizes of words (units). */
export const sizes = { radius: 22, name: 12, years: 10.5, line: 14 } as const;

/** The room of a name: the rest of the distance keeps it apart from the next one. */
export const nameWidth = spacing.beside - 6;

/** Somebody with their place: the middle of the symbol, and the words above it. */
export type PlacedPerson = {
  readonly member: FamilyMember;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly name: readonly string[];
  readonly years: string;
};

/** The line of a couple: from one symbol, whose middle is at `top`, down to `y` and up to the other. */
export type PlacedCouple = {
  readonly union: Union;
  readonly legs: Stretch;
  readonly top: number;
  readonly y: number;
};

/** The way from a union down to its children: through `points` to the bar, and from there to each child. */
export type PlacedDescent = {
  readonly union: Union;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly bar: Stretch & { readonly y: number };
  readonly children: readonly {
    readonly x: number;
    readonly y: number;
    readonly as: Union["children"][number]["as"];
    /** Where its line leaves the bar: elsewhere than above it for one born with others. */
    readonly from: number;
  }[];
  /** Lines that join the lines of identical twins. */
  readonly joins: readonly (Stretch & { readonly y: number })[];
};

/** A genogram before it is drawn. The left top is wherever it is: `left`, 0. */
export type GenogramPlan = {
  readonly left: number;
  readonly width: number;
  readonly height: number;
  readonly rows: readonly (readonly PersonId[])[];
  readonly people: ReadonlyMap<PersonId, PlacedPerson>;
  readonly couples: readonly PlacedCouple[];
  readonly descents: readonly PlacedDescent[];
  /** Couples of an ancestor and a descendant, who stand in different rows. */
  readonly unlevel: readonly Union[];
};

const edge = 16;
const room = { belowSymbol: 20, track: 15, aboveBar: 14, bar: 11, drop: 20, join: 12, aboveName: 4 } as const;
/** Room (units) between a line down and any other. */
const clear = 6;

/** Lays out a family. Up to forty people take a few milliseconds. */
export function planOf(family: Family): GenogramPlan {
  const generations = generationsOf(family);
  const order = orderOf(family, generations);
  const columns = columnsOf(family, order);
  const x = (id: PersonId) => columns.get(id) ?? 0;
  const row = generations.row;
  const rowOf = (union: Union) => Math.max(...union.partners.map(row));
  const isCouple = (union: Union) => union.partners.length === 2 && generations.isLevel(union);
  const legs = legsOf(family, isCouple, x, rowOf, row);
  const legOf = (union: Union, id: PersonId) => legs.get(union)?.get(id) ?? x(id);

  const labels = new Map(
    family.people.map((member) => [
      member.id,
      { name: linesOfText(member.name, sizes.name, nameWidth, 2), years: yearsOf(member) },
    ]),
  );
  const labelHeight = (id: PersonId) => {
    const label = labels.get(id);
    return label === undefined ? 0 : (label.name.length + (label.years === "" ? 0 : 1)) * sizes.line;
  };
  const rowHeight = (index: number) =>
    Math.max(0, ...(order.rows[index] ?? []).map(labelHeight)) + room.aboveName;

  // The lines of each gap, from which its height follows.
  let top = edge + rowHeight(0) + sizes.radius;
  const rowY: number[] = [top];
  const couples: PlacedCouple[] = [];
  const descents: PlacedDescent[] = [];
  /** A line on its way down to the children in the row `to`: where it has been, and where it goes down. */
  type Way = {
    readonly union: Union;
    readonly to: number;
    readonly x: number;
    readonly points: readonly (readonly [number, number])[];
  };
  let open: Way[] = [];
  for (let gap = 0; gap < generations.rows; gap += 1) {
    const below = top + sizes.radius;
    const here = family.unions.filter((union) => rowOf(union) === gap);
    const pairs = here.filter(isCouple).map((union) => {
      const [a, b] = union.partners.map((id) => legOf(union, id));
      return { union, legs: spanOf([a ?? 0, b ?? 0]) };
    });
    const level = tracksOf(pairs.map((pair) => pair.legs));
    const coupleY = (index: number) => below + room.belowSymbol + (level.track[index] ?? 0) * room.track;
    for (const [index, pair] of pairs.entries()) couples.push({ ...pair, top, y: coupleY(index) });

    // Ways down begin at couples and single parents; those to a row further down go on through this one.
    const taken = pairs.flatMap((pair) => [pair.legs.from, pair.legs.to]);
    const ways: Way[] = [...open];
    for (const union of here) {
      if (union.children.length === 0) continue;
      const at = pairs.findIndex((pair) => pair.union === union);
      const pair = pairs[at];
      const to = rowsOfChildren(union);
      if (pair === undefined) {
        const parent = union.partners.find((id) => row(id) === gap) ?? union.partners[0];
        for (const child of to) {
          const leg = legOf(union, parent);
          ways.push({ union, to: child, x: leg, points: [[leg, below]] });
        }
        continue;
      }
      const others = family.unions
        .filter((other) => other !== union)
        .flatMap((other) => other.children.filter(({ id }) => row(id) === gap + 1).map(({ id }) => x(id)));
      const inside = { from: pair.legs.from + clear, to: pair.legs.to - clear };
      const middle = (pair.legs.from + pair.legs.to) / 2;
      // Straight down to the middle of the children where that is nearly below.
      const kids = spanOf(union.children.map(({ id }) => x(id)));
      const wanted = Math.abs((kids.from + kids.to) / 2 - middle) < 20 ? (kids.from + kids.to) / 2 : middle;
      const descent = clearPlace(wanted, inside, [...taken, ...others], clear);
      taken.push(descent);
      for (const child of to) {
        ways.push({ union, to: child, x: descent, points: [[descent, coupleY(at)]] });
      }
    }
    open = [];
    const bars = ways.map((way) => {
      if (way.to === gap + 1) {
        const drops = dropsOf(way.union, gap + 1);
        return { way, drops, span: spanOf([way.x, ...drops.map(({ from }) => from)]) };
      }
      const inRow = (order.rows[gap + 1] ?? []).map(x);
      const free = clearPlace(way.x, { from: way.x - 5_000, to: way.x + 5_000 }, inRow, spacing.beside / 2);
      return { way, drops: [], span: spanOf([way.x, free]), free };
    });
    const barTracks = tracksOf(bars.map(({ span }) => span));
    const bottom = below + room.belowSymbol + Math.max(0, level.count - 1) * room.track + room.aboveBar;
    const height = Math.max(0, barTracks.count - 1) * room.bar;
    const next = bottom + height + room.drop + rowHeight(gap + 1) + sizes.radius;
    for (const [index, { way, drops, span, free }] of bars.entries()) {
      const y = bottom + (barTracks.track[index] ?? 0) * room.bar;
      const points = [...way.points, [way.x, y] as const];
      if (free !== undefined) {
        open.push({ ...way, x: free, points: [...points, [free, y]] });
        continue;
      }
      const children = drops.map((drop) => ({
        ...drop,
        y: next - sizes.radius - room.aboveName - labelHeight(drop.id),
      }));
      descents.push({
        union: way.union,
        points,
        bar: { ...span, y },
        children,
        joins: joinsOf(way.union, y, children),
      });
    }
    if (gap + 1 < generations.rows) {
      top = next;
      rowY.push(top);
    } else {
      top = here.length === 0 ? below : bottom;
    }
  }

  const people = new Map<PersonId, PlacedPerson>();
  for (const member of family.people) {
    const [at, words] = [row(member.id), labels.get(member.id)];
    const y = rowY[at] ?? 0;
    people.set(member.id, {
      member,
      row: at,
      x: x(member.id),
      y,
      name: words?.name ?? [],
      years: words?.years ?? "",
    });
  }
  const across = [
    ...[...people.values()].flatMap((person) => [person.x - nameWidth / 2, person.x + nameWidth / 2]),
    ...descents.flatMap(({ points }) => points.map(([at]) => at)),
  ];
  const left = Math.min(...across) - edge;
  return {
    left,
    width: Math.max(...across) + edge - left,
    height: top + edge,
    rows: order.rows,
    people,
    couples,
    descents,
    unlevel: family.unions.filter((union) => union.partners.length === 2 && !isCouple(union)),
  };

  function rowsOfChildren(union: Union): readonly number[] {
    return [...new Set(union.children.map(({ id }) => row(id)))].sort();
  }

  /** The children of a union in a row, with the points of the bar where their lines begin. */
  function dropsOf(union: Union, inRow: number) {
    const children = union.children.filter(({ id }) => row(id) === inRow);
    return children.map(({ id, as }) => {
      // Somebody drawn among other brothers and sisters has a second line, beside the first.
      const own = x(id) + (order.home.get(id) === union ? 0 : 9);
      const twins = union.twins?.find(({ ids }) => ids.includes(id))?.ids;
      const from = twins === undefined ? own : twins.reduce((sum, twin) => sum + x(twin), 0) / twins.length;
      return { id, as, x: own, from };
    });
  }
}

/** The lines between the lines of identical twins, a little below the bar. */
function joinsOf(
  union: Union,
  y: number,
  drops: readonly { readonly id: PersonId; readonly x: number; readonly y: number; readonly from: number }[],
): (Stretch & { readonly y: number })[] {
  return (union.twins ?? []).flatMap(({ ids, identical }) => {
    const own = drops.filter(({ id }) => ids.includes(id));
    if (!identical || own.length < 2) return [];
    const at = y + room.join;
    return [
      { ...spanOf(own.map((drop) => drop.from + ((drop.x - drop.from) * room.join) / (drop.y - y))), y: at },
    ];
  });
}

/**
 * Where the lines of each union leave its partners. Several leave one symbol beside each other: those to the left on
 * the left, and the one to the nearest partner outermost, so that they do not cross.
 */
function legsOf(
  { people, unions }: Family,
  isCouple: (union: Union) => boolean,
  x: (id: PersonId) => number,
  rowOf: (union: Union) => number,
  row: (id: PersonId) => number,
): ReadonlyMap<Union, ReadonlyMap<PersonId, number>> {
  const legs = new Map<Union, Map<PersonId, number>>(unions.map((union) => [union, new Map()]));
  for (const { id } of people) {
    const own = unions.filter(
      (union) =>
        union.partners.some((partner) => partner === id) &&
        (isCouple(union) || (union.children.length > 0 && rowOf(union) === row(id))),
    );
    const away = (union: Union) => {
      const [a, b] = union.partners;
      return b === undefined || !isCouple(union) ? 0 : x(a === id ? b : a) - x(id);
    };
    // −80 −200 | 0 | 200 80
    const rank = (union: Union) => (away(union) === 0 ? 0 : 1 / away(union));
    const sorted = [...own].sort((a, b) => rank(a) - rank(b));
    const step = Math.min(10, 30 / Math.max(1, own.length - 1));
    for (const [index, union] of sorted.entries()) {
      legs.get(union)?.set(id, x(id) + (index - (sorted.length - 1) / 2) * step);
    }
  }
  return legs;
}

function spanOf(places: readonly number[]): Stretch {
  return { from: Math.min(...places), to: Math.max(...places) };
}

/** "1950–2014", "2012–" of who lives, "–2014"; empty where no year is known. */
function yearsOf({ bornIn, diedIn }: FamilyMember): string {
  if (bornIn === undefined && diedIn === undefined) return "";
  return diedIn === undefined ? `*${bornIn}` : `${bornIn ?? ""}–${diedIn}`;
}
