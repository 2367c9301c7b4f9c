import { describe, expect, it } from "vitest";
import { parseHtml } from "../../src/playground/html.js";

/** One line a case: what is sent, the text that remains, its entities as `type offset+length detail`. */
const parsed: readonly [source: string, text: string, entities: readonly string[]][] = [
  ["plain", "plain", []],
  ["<b>bold</b>", "bold", ["bold 0+4"]],
  ["<strong>bold</strong>", "bold", ["bold 0+4"]],
  ["<i>a</i><em>b</em>", "ab", ["italic 0+1", "italic 1+1"]],
  ["<u>a</u> <ins>b</ins>", "a b", ["underline 0+1", "underline 2+1"]],
  [
    "<s>a</s><strike>b</strike><del>c</del>",
    "abc",
    ["strikethrough 0+1", "strikethrough 1+1", "strikethrough 2+1"],
  ],
  ['<tg-spoiler>a</tg-spoiler><span class="tg-spoiler">b</span>', "ab", ["spoiler 0+1", "spoiler 1+1"]],
  ["<b>a<i>b</i></b>", "ab", ["italic 1+1", "bold 0+2"]],
  ["<B>a</b>", "a", ["bold 0+1"]],
  ["<b >a</b >", "a", ["bold 0+1"]],
  ["<b>a</>", "a", ["bold 0+1"]],
  ["<b></b>x", "x", []],
  ["😀<b>é</b>", "😀é", ["bold 2+1"]],
  ["&lt;b&gt; &amp; &quot;", '<b> & "', []],
  ["&#65;&#x42;&#128512;", "AB😀", []],
  ["&nbsp; &foo; a&b", "&nbsp; &foo; a&b", []],
  ["&ltb", "&ltb", []],
  ["&lt b", "< b", []],
  ["&#0; &#99999999;", "&#0; &#99999999;", []],
  [
    '<a href="https://kemensos.go.id/a?b=1&amp;c=2">x</a>',
    "x",
    ["text_link 0+1 https://kemensos.go.id/a?b=1&c=2"],
  ],
  ["<a href=kemensos.go.id>x</a>", "x", ["text_link 0+1 http://kemensos.go.id/"]],
  ["<a>https://kemensos.go.id</a>", "https://kemensos.go.id", ["text_link 0+22 https://kemensos.go.id/"]],
  ['<a href="tg://user?id=6000000001">Ratna</a>', "Ratna", ["text_mention 0+5 6000000001"]],
  ['<a href="nonsense">x</a>', "x", []],
  ['<a href="javascript:alert(1)">x</a>', "x", []],
  ["<code>a</code>", "a", ["code 0+1"]],
  ['<code class="language-ts">a</code>', "a", ["code 0+1"]],
  ["<pre>a</pre>", "a", ["pre 0+1"]],
  ['<pre><code class="language-ts">a</code></pre>', "a", ["pre 0+1 ts"]],
  ['<code class="language-ts"><pre>a</pre></code>', "a", ["pre 0+1 ts"]],
  ["<pre>a<code>b</code></pre>", "ab", ["code 1+1", "pre 0+2"]],
  ["<blockquote>a</blockquote>", "a", ["blockquote 0+1"]],
  ["<blockquote expandable>a</blockquote>", "a", ["expandable_blockquote 0+1"]],
  ['<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", ["custom_emoji 0+2 5368324170671202286"]],
  ['<tg-time unix="1647531900" format="wDT">besok</tg-time>', "besok", ["date_time 0+5 wDT"]],
];

const refused: readonly [source: string, reason: string][] = [
  ["<p>a</p>", 'Unsupported start tag "p" at byte offset 0'],
  ["é😀<br>", 'Unsupported start tag "br" at byte offset 6'],
  ["umur <18", "Unclosed start tag at byte offset 5"],
  ["1 < 2 > 1", 'Unsupported start tag "" at byte offset 2'],
  ["<b>a", 'Can\'t find end tag corresponding to start tag "b"'],
  ["<b><i>a</i>", 'Can\'t find end tag corresponding to start tag "b"'],
  ["<b>a</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
  ["a</b>", "Unexpected end tag at byte offset 1"],
  ["<b>a</b", "Unclosed end tag at byte offset 4"],
  ["<b", "Unclosed start tag at byte offset 0"],
  ['<a href="x', "Unclosed start tag at byte offset 0"],
  ["<a href", 'Unclosed start tag "a" at byte offset 0'],
  ["<a href=", 'Unclosed start tag "a" at byte offset 0'],
  ["<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"],
  ["<b =x>", 'Empty attribute name in the tag "b" at byte offset 0'],
  ["<span>a</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
  ['<tg-emoji emoji-id="x">👍</tg-emoji>', "Invalid custom emoji identifier specified"],
  [
    "&#xD83D;",
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
  ],
];

describe("Telegram's HTML", () => {
  it.each(parsed)("reads %j", (source, text, entities) => {
    const formatted = parseHtml(source);
    expect(formatted.text).toBe(text);
    expect(formatted.entities.map(written)).toEqual(entities);
  });

  it.each(refused)("refuses %j", (source, reason) => {
    expect(() => parseHtml(source)).toThrow(`Bad Request: can't parse entities: ${reason}`);
  });
});

function written(entity: ReturnType<typeof parseHtml>["entities"][number]): string {
  const place = `${entity.type} ${entity.offset}+${entity.length}`;
  switch (entity.type) {
    case "text_link":
      return `${place} ${entity.url}`;
    case "text_mention":
      return `${place} ${entity.user.id}`;
    case "custom_emoji":
      return `${place} ${entity.custom_emoji_id}`;
    case "date_time":
      return `${place} ${entity.date_time_format}`;
    case "pre":
      return entity.language === undefined ? place : `${place} ${entity.language}`;
    default:
      return place;
  }
}
