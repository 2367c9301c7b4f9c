import { extendChain } from "../records/audit/chain.js";
import type { Database } from "../records/storage/database.js";
import type { Sealer } from "../records/storage/seal.js";

/** Links the events of the audit to their chains, a while after they were written: nobody waits for it. */
export function auditChain({ database, sealer }: { readonly database: Database; readonly sealer: Sealer }) {
  return {
    /** Links some events of one organisation; true while there may be more. */
    turn: async (): Promise<boolean> => (await extendChain(database, sealer)) > 0,
  };
}
