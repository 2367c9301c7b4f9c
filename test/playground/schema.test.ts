import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { schemaTexts } from "../../scripts/bot-api-schema.js";
import { violationOf } from "../../src/playground/schema.js";

describe("the schema of the Bot API", () => {
  it("is the one the installed @grammyjs/types give", () => {
    for (const [path, text] of schemaTexts()) {
      const kept = readFileSync(path, "utf8");
      expect(kept === text, `${path} is out of date`).toBe(true);
      expect(kept.length).toBeLessThan(300_000);
    }
  });

  it("accepts what is documented", () => {
    const keyboard = {
      inline_keyboard: [
        [
          { text: "Ya", callback_data: "y" },
          { text: "Situs", url: "https://a.id" },
        ],
      ],
    };
    const good = { chat_id: 1, text: "Halo", parse_mode: "HTML", reply_markup: keyboard };
    expect(violationOf("sendMessage", good)).toBeUndefined();
    expect(
      violationOf("getUpdates", { offset: 5, timeout: 30, allowed_updates: ["message"] }),
    ).toBeUndefined();
    expect(violationOf("getMe", {})).toBeUndefined();
  });

  const bad: readonly [what: string, payload: { [field: string]: unknown }, fault: string][] = [
    ["a missing text", { chat_id: 1 }, "request must have required property 'text'"],
    [
      "a misspelt field",
      { chat_id: 1, text: "a", replymarkup: {} },
      "request must NOT have additional properties: replymarkup",
    ],
    [
      "a parse mode that is none",
      { chat_id: 1, text: "a", parse_mode: "Html" },
      "/parse_mode must be equal to one of the allowed values",
    ],
    ["a chat that is no number", { chat_id: {}, text: "a" }, "/chat_id must be string"],
    [
      "a misspelt button",
      { chat_id: 1, text: "a", reply_markup: { inline_keyboard: [[{ text: "Ya", callback: "y" }]] } },
      "/reply_markup/inline_keyboard/0/0 must NOT have additional properties: callback",
    ],
  ];

  it.each(bad)("names %s", (_what, payload, fault) => {
    expect(violationOf("sendMessage", payload)?.faults).toContain(fault);
  });
});
