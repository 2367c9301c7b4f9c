// approach, version 3, as it was shipped. Written by `npm run form`, changed by nobody.
import type { Form } from "../../form.js";

export const approachV3 = {
  id: "approach",
  version: 3,
  stage: "approach",
  questions: [
    {
      key: "source",
      type: "choice",
      set: "source",
      choices: ["outreach", "self", "institution", "community", "law-enforcement"],
      required: true,
    },
    {
      key: "referrer",
      type: "text",
      max: 200,
      required: false,
      identity: true,
      when: { kind: "is", key: "source", anyOf: ["institution", "community", "law-enforcement"] },
    },
    { key: "contactDate", type: "date", range: "past", required: true },
    {
      key: "level",
      type: "choice",
      set: "level",
      choices: ["individual", "family", "group", "community"],
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 1 angka 9" },
    },
    {
      key: "danger",
      type: "choices",
      set: "danger",
      choices: ["suicide", "violence-ongoing", "medical", "abandoned-child", "none"],
      alone: "none",
      min: 1,
      danger: ["suicide", "violence-ongoing", "medical", "abandoned-child"],
      required: true,
    },
    {
      key: "safetyStep",
      type: "longText",
      required: false,
      when: {
        kind: "is",
        key: "danger",
        anyOf: ["suicide", "violence-ongoing", "medical", "abandoned-child"],
      },
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "legal",
      type: "choices",
      set: "legal",
      choices: ["child-victim", "sexual-violence", "domestic-violence", "child-in-conflict", "none"],
      alone: "none",
      min: 1,
      required: true,
      variants: [
        {
          name: "group",
          when: { kind: "is", key: "level", anyOf: ["group", "community"] },
          choices: ["sexual-violence", "domestic-violence", "none"],
        },
      ],
    },
    {
      key: "reportRequestedAt",
      type: "dateTime",
      range: "past",
      required: true,
      when: { kind: "is", key: "legal", anyOf: ["child-victim"] },
      basis: { work: "PP 65/2015", article: "Pasal 13 ayat (2)" },
    },
    {
      key: "reportRequestedBy",
      type: "choice",
      set: "requester",
      choices: ["investigator", "prosecutor", "judge", "other-official"],
      required: true,
      when: { kind: "is", key: "legal", anyOf: ["child-victim"] },
      basis: { work: "UU 27/2022", article: "Pasal 20 ayat (2) huruf c" },
    },
    {
      key: "letterNumber",
      type: "text",
      max: 120,
      required: false,
      when: { kind: "is", key: "legal", anyOf: ["child-victim"] },
    },
    {
      key: "letterDate",
      type: "date",
      range: "past",
      required: false,
      when: { kind: "is", key: "legal", anyOf: ["child-victim"] },
    },
    {
      key: "requestLetter",
      type: "attachment",
      accepts: ["photo", "document"],
      required: false,
      when: { kind: "is", key: "legal", anyOf: ["child-victim"] },
    },
    {
      key: "violenceReportedAt",
      type: "dateTime",
      range: "past",
      required: true,
      when: { kind: "is", key: "legal", anyOf: ["sexual-violence"] },
      basis: { work: "UU 12/2022", article: "Pasal 41 ayat (3)" },
    },
    {
      key: "handover",
      type: "choice",
      set: "handover",
      choices: ["not-yet", "parents", "someone"],
      required: true,
      when: { kind: "is", key: "legal", anyOf: ["child-in-conflict"] },
    },
    {
      key: "returnedOn",
      type: "date",
      range: "past",
      required: true,
      when: { kind: "is", key: "handover", anyOf: ["parents"] },
      basis: { work: "PP 58/2022", article: "Pasal 31 ayat (3)" },
    },
    {
      key: "handedOverOn",
      type: "date",
      range: "past",
      required: true,
      when: { kind: "is", key: "handover", anyOf: ["someone"] },
      basis: { work: "PP 58/2022", article: "Pasal 33 ayat (2)" },
    },
    {
      key: "birth",
      type: "birth",
      required: true,
      identity: true,
      when: { kind: "is", key: "level", anyOf: ["individual"] },
    },
    {
      key: "guardianState",
      type: "choice",
      set: "guardian",
      choices: ["reachable", "unknown", "suspected"],
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["individual"] },
          { kind: "under", key: "birth", years: 18 },
        ],
      },
      basis: { work: "UU 27/2022", article: "Pasal 25 ayat (2)" },
    },
    {
      key: "speaksFor",
      type: "choice",
      set: "child-voice",
      choices: ["other-parent", "relative", "companion", "uptd-ppa", "lpsk", "other", "nobody"],
      required: true,
      when: { kind: "is", key: "guardianState", anyOf: ["unknown", "suspected"] },
      variants: [{ name: "suspected", when: { kind: "is", key: "guardianState", anyOf: ["suspected"] } }],
    },
    {
      key: "explained",
      type: "choices",
      set: "explained",
      choices: ["purpose", "procedure", "cost", "rights", "confidentiality", "complaints", "none"],
      alone: "none",
      min: 1,
      required: true,
      basis: { work: "UU 14/2019", article: "Pasal 42 huruf b" },
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "consentBy",
      type: "choice",
      set: "consent-by",
      choices: ["client", "guardian"],
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["individual"] },
          {
            kind: "not",
            of: {
              kind: "all",
              of: [
                { kind: "is", key: "level", anyOf: ["individual"] },
                { kind: "under", key: "birth", years: 18 },
              ],
            },
          },
        ],
      },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor"],
    },
    {
      key: "dataConsent",
      type: "yesNo",
      required: true,
      when: { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
      basis: { work: "UU 27/2022", article: "Pasal 20 ayat (2)" },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
      variants: [
        { name: "no-guardian", when: { kind: "is", key: "guardianState", anyOf: ["unknown", "suspected"] } },
        { name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } },
      ],
    },
    {
      key: "dataConsentHow",
      type: "choice",
      set: "data-consent-how",
      choices: ["written", "recorded"],
      required: true,
      when: { kind: "is", key: "dataConsent", anyOf: [true] },
      basis: { work: "UU 27/2022", article: "Pasal 22 ayat (1)" },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
    },
    {
      key: "dataConsentProof",
      type: "attachment",
      accepts: ["photo", "voice", "document"],
      required: false,
      when: { kind: "is", key: "dataConsent", anyOf: [true] },
      basis: { work: "UU 27/2022", article: "Pasal 24" },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "name",
      type: "text",
      max: 120,
      required: true,
      identity: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["individual"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "sex",
      type: "choice",
      set: "sex",
      choices: ["male", "female"],
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["individual"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "guardian",
      type: "person",
      required: true,
      identity: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "guardianState", anyOf: ["reachable", "suspected"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
      basis: { work: "UU 27/2022", article: "Pasal 25 ayat (2)" },
      variants: [{ name: "suspected", when: { kind: "is", key: "guardianState", anyOf: ["suspected"] } }],
    },
    {
      key: "guardianPhone",
      type: "phone",
      required: false,
      identity: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "guardianState", anyOf: ["reachable"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "headName",
      type: "text",
      max: 120,
      required: true,
      identity: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["family"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "headSex",
      type: "choice",
      set: "sex",
      choices: ["male", "female"],
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["family"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "headBirth",
      type: "birth",
      required: false,
      identity: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["family"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "members",
      type: "group",
      max: 30,
      required: false,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["family"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
      questions: [{ key: "member", type: "person", required: true, identity: true }],
    },
    {
      key: "groupName",
      type: "text",
      max: 200,
      required: true,
      identity: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["group", "community"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "size",
      type: "number",
      min: 2,
      max: 1000000,
      whole: true,
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["group", "community"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "spokesperson",
      type: "person",
      required: true,
      identity: true,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "level", anyOf: ["group", "community"] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "village",
      type: "text",
      max: 200,
      required: true,
      identity: true,
      when: {
        kind: "any",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
            ],
          },
          { kind: "answered", key: "reportRequestedBy" },
          { kind: "is", key: "case.dataGround", anyOf: [true] },
        ],
      },
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "district",
      type: "text",
      max: 100,
      required: false,
      identity: true,
      when: {
        kind: "any",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
            ],
          },
          { kind: "answered", key: "reportRequestedBy" },
          { kind: "is", key: "case.dataGround", anyOf: [true] },
        ],
      },
    },
    {
      key: "regency",
      type: "text",
      max: 100,
      required: true,
      identity: true,
      when: {
        kind: "any",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
            ],
          },
          { kind: "answered", key: "reportRequestedBy" },
          { kind: "is", key: "case.dataGround", anyOf: [true] },
        ],
      },
    },
    {
      key: "phone",
      type: "phone",
      required: false,
      identity: true,
      when: {
        kind: "all",
        of: [
          {
            kind: "not",
            of: {
              kind: "all",
              of: [
                { kind: "is", key: "level", anyOf: ["individual"] },
                { kind: "under", key: "birth", years: 18 },
              ],
            },
          },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "ppks",
      type: "choice",
      set: "ppks",
      choices: [
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
      ],
      required: false,
      when: {
        kind: "any",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
            ],
          },
          { kind: "answered", key: "reportRequestedBy" },
          { kind: "is", key: "case.dataGround", anyOf: [true] },
        ],
      },
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "problem",
      type: "longText",
      required: true,
      when: {
        kind: "any",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
            ],
          },
          { kind: "answered", key: "reportRequestedBy" },
          { kind: "is", key: "case.dataGround", anyOf: [true] },
        ],
      },
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "requirements",
      type: "pick",
      from: "requirements",
      several: true,
      required: false,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "case.hasRequirements", anyOf: [true] },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "eligible",
      type: "yesNo",
      required: true,
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "ineligible",
      type: "choice",
      set: "ineligible",
      choices: ["refer", "close"],
      required: true,
      when: { kind: "is", key: "eligible", anyOf: [false] },
      basis: { work: "UU 14/2019", article: "Pasal 42 huruf d" },
    },
    {
      key: "ineligibleReason",
      type: "longText",
      required: true,
      when: { kind: "is", key: "eligible", anyOf: [false] },
    },
    {
      key: "consent",
      type: "yesNo",
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
          { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
        ],
      },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
      variants: [
        { name: "no-guardian", when: { kind: "is", key: "guardianState", anyOf: ["unknown", "suspected"] } },
        { name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } },
      ],
    },
    {
      key: "declinedReason",
      type: "longText",
      required: false,
      when: {
        kind: "all",
        of: [
          { kind: "is", key: "eligible", anyOf: [true] },
          { kind: "is", key: "consent", anyOf: [false] },
        ],
      },
    },
    {
      key: "consentPerson",
      type: "person",
      required: true,
      identity: true,
      when: {
        kind: "all",
        of: [
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
          { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
          {
            kind: "any",
            of: [
              { kind: "is", key: "dataConsent", anyOf: [true] },
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                  { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
                ],
              },
            ],
          },
          {
            kind: "any",
            of: [
              { kind: "not", of: { kind: "is", key: "level", anyOf: ["individual"] } },
              { kind: "is", key: "consentBy", anyOf: ["guardian"] },
              { kind: "is", key: "guardianState", anyOf: ["unknown", "suspected"] },
            ],
          },
        ],
      },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
      variants: [
        { name: "no-guardian", when: { kind: "is", key: "guardianState", anyOf: ["unknown", "suspected"] } },
        { name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } },
      ],
    },
    {
      key: "consentHow",
      type: "choice",
      set: "consent-how",
      choices: ["written", "witnessed"],
      required: true,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          {
            kind: "any",
            of: [
              { kind: "is", key: "level", anyOf: ["individual"] },
              { kind: "is", key: "level", anyOf: ["family"] },
            ],
          },
        ],
      },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
    },
    {
      key: "consentWitness",
      type: "text",
      max: 120,
      required: true,
      identity: true,
      when: { kind: "is", key: "consentHow", anyOf: ["witnessed"] },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
    },
    {
      key: "groupConsentHow",
      type: "choice",
      set: "group-consent",
      choices: ["deliberation", "representatives", "written"],
      required: true,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          { kind: "is", key: "level", anyOf: ["group", "community"] },
        ],
      },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
    },
    {
      key: "consentOn",
      type: "date",
      range: "past",
      required: true,
      when: {
        kind: "all",
        of: [
          { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
          { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
          { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
        ],
      },
      against: [{ not: "before", key: "contactDate", reason: "before-first-contact" }],
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "consentProof",
      type: "attachment",
      accepts: ["photo", "voice", "document"],
      required: false,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [true] } },
        ],
      },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "aim",
      type: "longText",
      required: true,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "contractUntil",
      type: "date",
      range: "future",
      required: true,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
      against: [{ not: "before", key: "consentOn", reason: "contract-ends-before-consent" }],
    },
    {
      key: "workerDuties",
      type: "choices",
      set: "worker-duty",
      choices: ["standard", "information", "confidentiality", "referral", "fairness", "visits"],
      min: 1,
      required: true,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
      basis: { work: "UU 14/2019", article: "Pasal 42" },
    },
    {
      key: "clientDuties",
      type: "choices",
      set: "client-duty",
      choices: ["honest", "follow", "attend", "tell", "take-part"],
      min: 1,
      required: true,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
      basis: { work: "UU 14/2019", article: "Pasal 45 ayat (1)" },
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "contractTerms",
      type: "longText",
      required: false,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
    },
    {
      key: "signedOn",
      type: "date",
      range: "past",
      required: false,
      when: {
        kind: "all",
        of: [
          {
            kind: "all",
            of: [
              { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
              { kind: "not", of: { kind: "is", key: "eligible", anyOf: [false] } },
              { kind: "not", of: { kind: "is", key: "consent", anyOf: [false] } },
            ],
          },
          {
            kind: "any",
            of: [
              {
                kind: "all",
                of: [
                  { kind: "not", of: { kind: "is", key: "dataConsent", anyOf: [false] } },
                  { kind: "not", of: { kind: "is", key: "speaksFor", anyOf: ["nobody"] } },
                ],
              },
              { kind: "answered", key: "reportRequestedBy" },
              { kind: "is", key: "case.dataGround", anyOf: [true] },
            ],
          },
        ],
      },
      against: [
        { not: "before", key: "contactDate", reason: "before-first-contact" },
        { not: "after", key: "contractUntil", reason: "contract-signed-after-end" },
      ],
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
      variants: [{ name: "group", when: { kind: "is", key: "level", anyOf: ["group", "community"] } }],
    },
    {
      key: "signedPage",
      type: "attachment",
      accepts: ["photo", "document"],
      required: false,
      when: { kind: "answered", key: "signedOn" },
      standsOn: ["level", "birth", "guardianState", "guardian", "speaksFor", "consentBy"],
    },
  ],
} as const satisfies Form;
