/** Bundles the playground's page for browsers into a folder. */
export function buildPage(outdir: string): Promise<void>;
