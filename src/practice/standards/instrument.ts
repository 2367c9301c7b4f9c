/**
 * What an institution measures its own service by. An instrument is data: a list of components, each with what it rests
 * on. An audit keeps the version it began with, so a changed list changes no result of before. The words of a component
 * are the texts `component-<key>` and `.met`: what counts as met.
 */
import type { Basis } from "../form.js";
import { lksAccreditation } from "./lksAccreditation.js";
import { publicService } from "./publicService.js";

/** One thing that is looked at. */
export type StandardComponent<Key extends string = string> = {
  /** Its name for ever, unique among all instruments: findings and texts stand under it. */
  readonly key: Key;
  /** The article that asks for it; absent where no law that could be read does. */
  readonly basis?: Basis;
};

/** A list of components with the standing of its source. */
export type Instrument<Key extends string = string> = {
  readonly id: string;
  readonly version: number;
  /** official: read in the law itself. secondary: as others tell of it. */
  readonly standing: "official" | "secondary";
  readonly components: readonly StandardComponent<Key>[];
};

/** Every version of every instrument, the oldest of each first. */
const all = [publicService, lksAccreditation] as const satisfies readonly Instrument[];

/** Which instrument. */
export type InstrumentId = (typeof all)[number]["id"];

/** Which component, of any instrument. */
export type ComponentKey = (typeof all)[number]["components"][number]["key"];

/** An instrument as it is shipped. */
export type ShippedInstrument = Instrument<ComponentKey> & { readonly id: InstrumentId };

/** The instruments, in the order they are offered. */
export const instrumentIds: readonly InstrumentId[] = [...new Set(all.map(({ id }) => id))];

/** Every component of any instrument. */
export const componentKeys: readonly ComponentKey[] = all.flatMap((one) =>
  one.components.map(({ key }): ComponentKey => key),
);

/** The newest version of an instrument: what an audit that begins now asks for. */
export function currentInstrument(id: InstrumentId): ShippedInstrument {
  const [newest] = all.filter((one) => one.id === id).sort((a, b) => b.version - a.version);
  if (newest === undefined) throw new Error(`there is no instrument ${id}`);
  return newest;
}

/** An instrument in the version an audit keeps. Throws for a version that was never shipped. */
export function instrumentOf(id: InstrumentId, version: number): ShippedInstrument {
  const found = all.find((one) => one.id === id && one.version === version);
  if (found === undefined) throw new Error(`the instrument ${id} has no version ${version}`);
  return found;
}
