import type * as typesetter from "../src/documents/typesetter.js";
import type * as typesetting from "../src/documents/typesetting.js";

type Engine = Pick<typeof typesetting, "typesettingOf"> &
  Pick<typeof typesetter, "fontFiles" | "shippedTemplates">;
type Page = "worker" | "supervisor" | "admin" | "everyone";

export declare const pagesOf: Readonly<Record<"id" | "en", Readonly<Record<Page, string>>>>;
export declare function guideSetter(engine: Engine): (language: string, role: string) => Uint8Array;
export declare function buildGuides(folder: string, engine: Engine): void;
