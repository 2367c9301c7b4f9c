import type { Prisma } from "../../generated/prisma/client.js";

/** Prisma inside a transaction. */
export type Tx = Prisma.TransactionClient;
