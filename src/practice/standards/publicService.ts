import type { Basis } from "../form.js";

/** A letter of UU 25/2009 Pasal 21; what it means stands in the law's own explanation of that article. */
function letter(one: string): Basis {
  return { work: "UU 25/2009", article: `Pasal 21 huruf ${one}` };
}

/**
 * The least components of a standard of public service (UU 25/2009 Pasal 21), in the order of the law. It binds who
 * provides public service; for a private institution outside of that it is good practice.
 */
export const publicService = {
  id: "public-service",
  version: 1,
  standing: "official",
  components: [
    { key: "legal-ground", basis: letter("a") },
    { key: "requirements", basis: letter("b") },
    { key: "procedure", basis: letter("c") },
    { key: "time-limit", basis: letter("d") },
    { key: "cost", basis: letter("e") },
    { key: "product", basis: letter("f") },
    { key: "facilities", basis: letter("g") },
    { key: "competence", basis: letter("h") },
    { key: "internal-control", basis: letter("i") },
    { key: "complaints", basis: letter("j") },
    { key: "staffing", basis: letter("k") },
    { key: "service-guarantee", basis: letter("l") },
    { key: "safety-guarantee", basis: letter("m") },
    { key: "performance-review", basis: letter("n") },
  ],
} as const;
