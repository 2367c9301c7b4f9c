import type { FormId } from "../../practice/form.js";
import type { Work } from "../people/work.js";
import { nameTokens } from "./nameTokens.js";

/** Answers of the approach form that say what the client is called, one for each level. */
const namePaths = ["name", "headName", "groupName"];

/** Keeps what lists and search need of an answer: the client's name and level. */
export async function followClient(
  work: Work,
  round: { readonly form: { readonly id: FormId }; readonly case: { readonly clientId: string } },
  path: string,
  value: unknown,
): Promise<void> {
  if (round.form.id !== "approach") return;
  const { clientId } = round.case;
  if (path === "level" && typeof value === "string") {
    const tx = await work.tx();
    await tx.client.update({
      where: { id: clientId },
      data: { level: value as "individual" | "family" | "group" | "community" },
    });
  }
  if (namePaths.includes(path) && typeof value === "string") {
    const tx = await work.tx();
    await tx.client.update({
      where: { id: clientId },
      data: {
        name: work.sealer.seal(value, { table: "Client", column: "name", row: clientId }),
        nameTokens: nameTokens(value).map((token) => work.sealer.index(token, "client-name")),
      },
    });
  }
}
