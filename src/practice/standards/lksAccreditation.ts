/**
 * The six standards by which an LKS is accredited, as the head of the accrediting body (BALKS) named them in the press
 * (pwmu.co/113910); an official definition of data lists five (sdi.beltim.go.id/kodref/04.02.015). The body's own guide
 * of 2020 could not be read: what counts as met is our wording, and says so.
 */
export const lksAccreditation = {
  id: "lks-accreditation",
  version: 1,
  standing: "secondary",
  components: [
    { key: "lks-programme" },
    { key: "lks-process" },
    { key: "lks-management" },
    { key: "lks-people" },
    { key: "lks-facilities" },
    { key: "lks-results" },
  ],
} as const;
