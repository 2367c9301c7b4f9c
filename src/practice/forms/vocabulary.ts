/** Lists of choices that several forms share, or that are too long to stand inside one. Texts: `choices.ftl`. */

/**
 * Kinds of people the social services are for (PPKS, pemerlu pelayanan kesejahteraan sosial): the 26 of the
 * usual list, in its order.
 */
export const ppksKinds = [
  "anak-balita-telantar",
  "anak-telantar",
  "anak-berhadapan-hukum",
  "anak-jalanan",
  "anak-disabilitas",
  "anak-korban-kekerasan",
  "anak-perlindungan-khusus",
  "lansia-telantar",
  "penyandang-disabilitas",
  "tuna-susila",
  "gelandangan",
  "pengemis",
  "pemulung",
  "kelompok-minoritas",
  "bekas-warga-binaan",
  "odha",
  "korban-napza",
  "korban-perdagangan-orang",
  "korban-kekerasan",
  "pekerja-migran",
  "korban-bencana-alam",
  "korban-bencana-sosial",
  "perempuan-rawan",
  "fakir-miskin",
  "keluarga-bermasalah",
  "komunitas-adat-terpencil",
] as const;

/** What may threaten a client this very moment; `none` stands alone. */
export const dangers = ["suicide", "violence-ongoing", "medical", "abandoned-child", "none"] as const;

/** The answers to the danger question that call for the emergency path: all but `none`. */
export const immediateDangers = ["suicide", "violence-ongoing", "medical", "abandoned-child"] as const;

/** An immediate danger. */
export type Danger = (typeof immediateDangers)[number];

/** Whether an answer to the danger question means danger now. */
export function isDanger(answer: string): answer is Danger {
  return immediateDangers.some((danger) => danger === answer);
}

/** As an identity card has it; a genogram draws a square and a circle. */
export const sexes = ["male", "female"] as const;

/** Who may speak for a child whose guardian cannot be asked; `nobody` yet. */
export const childVoices = [
  "other-parent",
  "relative",
  "companion",
  "uptd-ppa",
  "lpsk",
  "other",
  "nobody",
] as const;

/** The roles a social worker plays. */
export const workerRoles = [
  "enabler",
  "broker",
  "advocate",
  "mediator",
  "negotiator",
  "educator",
  "facilitator",
  "counselor",
  "coordinator",
  "case-manager",
  "companion",
  "protector",
  "motivator",
  "researcher",
] as const;

/** The same roles, those of work with groups and communities first. */
export const groupWorkRoles = [
  "facilitator",
  "enabler",
  "educator",
  "mediator",
  "broker",
  "advocate",
  "negotiator",
  "coordinator",
  "motivator",
  "companion",
  "protector",
  "researcher",
  "counselor",
  "case-manager",
] as const;

/** How a group or a community says yes. */
export const groupConsentWays = ["deliberation", "representatives", "written"] as const;

/**
 * Kinship to the client (for a family: to its head), fine enough to draw a genogram: together with the sex
 * each gives a place in the tree. Those of `indirectKin` hang on another member, who is asked for.
 */
export const kin = [
  "partner",
  "former-partner",
  "parent",
  "step-parent",
  "adoptive-parent",
  "foster-parent",
  "child",
  "child-former-partner",
  "step-child",
  "adopted-child",
  "foster-child",
  "sibling",
  "sibling-same-father",
  "sibling-same-mother",
  "grandparent-paternal",
  "grandparent-maternal",
  "uncle-aunt-paternal",
  "uncle-aunt-maternal",
  "grandchild",
  "child-in-law",
  "parent-in-law",
  "sibling-in-law",
  "nephew-niece",
  "cousin",
  "other",
] as const;

/** Kin whose place in the tree depends on another member: a grandchild's parent, a son-in-law's wife. */
export const indirectKin = [
  "grandchild",
  "child-in-law",
  "sibling-in-law",
  "nephew-niece",
  "cousin",
  "other",
] as const;
