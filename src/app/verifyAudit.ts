import type { Config } from "../config.js";
import { ConfigError } from "../config.js";
import { createLogger } from "../logger.js";
import { verifyAudit } from "../records/audit/chain.js";
import type { Database } from "../records/storage/database.js";
import { loadDataKeys } from "../records/storage/dataKey.js";
import { secureRandom } from "../records/storage/ids.js";
import { isKeyInUse } from "../records/storage/keyCheck.js";
import { sealerOf } from "../records/storage/seal.js";

/** Checks the chains of the audit and tells of each. Throws where something is wrong. */
export async function tellOfAudit(
  config: Config,
  database: Database,
  tell: (line: string) => void,
): Promise<void> {
  const log = createLogger("warn");
  const sealer = sealerOf(await loadDataKeys(config, { random: secureRandom, log }), secureRandom);
  await isKeyInUse(database.prisma, sealer);
  const findings = await verifyAudit(database, sealer);
  for (const { organizationId, events, faults, unlinked } of findings) {
    const whose = organizationId === "" ? "of no organisation" : organizationId;
    tell(
      `${whose}: ${events} events, ${faults.length === 0 ? "whole" : "NOT WHOLE"}, ${unlinked} not linked yet`,
    );
    for (const fault of faults) tell(`  ${fault}`);
  }
  if (findings.some(({ faults }) => faults.length > 0))
    throw new ConfigError(["the audit is not as it was written"]);
}
