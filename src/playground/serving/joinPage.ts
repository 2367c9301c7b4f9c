/** The page on which a learner enters the code of the room: plain HTML, for any telephone. */

/** Why somebody was not let in. */
export type JoinFault = "wrong-code" | "too-many" | "no-name" | "taken" | "full";

/** The words of the page. */
export type JoinWords = {
  readonly title: string;
  readonly madeUp: string;
  readonly intro: string;
  readonly code: string;
  readonly name: string;
  readonly nameHint: string;
  readonly enter: string;
  readonly otherLanguage: string;
  readonly faults: Readonly<Record<JoinFault, string>>;
};

/** Draws the page; with what was wrong, and the name as it was typed, where it is shown again. */
export function joinPage(
  words: JoinWords,
  {
    locale,
    fault,
    name = "",
  }: {
    readonly locale: "id" | "en";
    readonly fault?: JoinFault | undefined;
    readonly name?: string | undefined;
  },
): string {
  const other = locale === "id" ? "en" : "id";
  return `<!doctype html>
<html lang="${locale}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${escaped(words.title)}</title>
    <link rel="stylesheet" href="/playground/style.css" />
    <link rel="stylesheet" href="/playground/join.css" />
  </head>
  <body class="join">
    <main>
      <h1>${escaped(words.title)}</h1>
      <p class="made-up">${escaped(words.madeUp)}</p>
      <p>${escaped(words.intro)}</p>
      ${fault === undefined ? "" : `<p class="join-fault" role="alert">${escaped(words.faults[fault])}</p>`}
      <form method="post" action="/playground/join">
        <input type="hidden" name="lang" value="${locale}" />
        <label>${escaped(words.code)}
          <input name="code" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" autofocus />
        </label>
        <label>${escaped(words.name)}
          <input name="name" maxlength="40" autocomplete="off" value="${escaped(name)}" aria-describedby="name-hint" />
        </label>
        <p id="name-hint">${escaped(words.nameHint)}</p>
        <button type="submit">${escaped(words.enter)}</button>
      </form>
      <p><a href="/?lang=${other}" lang="${other}" hreflang="${other}">${escaped(words.otherLanguage)}</a></p>
    </main>
  </body>
</html>
`;
}

function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
