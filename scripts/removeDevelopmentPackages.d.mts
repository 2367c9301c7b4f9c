/** A package in the lock: what it needs, and whether only development or an optional companion asks for it. */
export type LockedPackage = {
  readonly devOptional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
export declare function developmentPackages(lock: {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}): readonly string[];
