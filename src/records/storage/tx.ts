import type { Prisma } from "../../generated/prisma/client.js";

/** Prisma inside a transaction, in which it begins no other. */
export type Tx = Omit<Prisma.TransactionClient, "$transaction">;
