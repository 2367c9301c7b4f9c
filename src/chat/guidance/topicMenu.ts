import { groups } from "../../guidance/entry.js";
import { actorOf, mayWriteEntries } from "../../records/people/rights.js";
import { consultationsWaiting } from "../../records/questions/consultations.js";
import { keptEntryVersions } from "../../records/questions/ownEntries.js";
import { type Button, layOutButtons } from "../telegram/buttons.js";
import { callbacks } from "../telegram/callbacks.js";
import type { Ctx } from "../telegram/context.js";
import { joinLines, pageRow, showPage } from "../telegram/screen.js";
import type { GuidanceIndex } from "./guidanceIndex.js";
import { topicButton } from "./unfolding.js";

/** A group of topics. */
export type TopicGroup = (typeof groups)[number];

/** Topics on one page of a group. */
const perPage = 8;

/** All groups of topics, and what else can be done with a question. */
export async function showGroups(ctx: Ctx): Promise<void> {
  const { say, work } = ctx;
  const waiting = await consultationsWaiting(work);
  const own = (await keptEntryVersions(work)).length;
  await showPage(ctx, say.html("guidance-title"), [
    ...layOutButtons(
      groups.map((group) => ({
        text: say.plain(`group-${group}`),
        data: callbacks.topicGroup({ group, page: 0 }),
      })),
      34,
      2,
    ),
    ...(own === 0 && !mayWriteEntries(actorOf(work))
      ? []
      : [
          [
            {
              text: say.plain("button-own-entries-count", { count: own }),
              data: callbacks.ownEntries({ page: 0 }),
            },
          ],
        ]),
    ...(waiting.length === 0
      ? []
      : [
          [
            {
              text: say.plain("button-questions-waiting", { count: waiting.length }),
              data: callbacks.consultationsWaiting(),
            },
          ],
        ]),
    [
      { text: say.plain("button-laws"), data: callbacks.laws() },
      { text: say.plain("button-documents"), data: callbacks.documents() },
    ],
    [
      { text: say.plain("button-dilemma"), data: callbacks.dilemmas() },
      { text: say.plain("button-favourites"), data: callbacks.favourites({ page: 0, removing: false }) },
    ],
    [{ text: say.plain("button-ask-supervisor"), data: callbacks.askSupervisor() }],
    [{ text: say.plain("button-menu"), data: callbacks.menuHere() }],
  ]);
}

/** What is shown above the topics of a group: a text, topics that come first, further buttons. */
export type GroupLead = {
  readonly text?: string;
  readonly first?: readonly string[];
  readonly rows?: readonly (readonly Button[])[];
};

/** The topics of a group, page by page. */
export async function showGroup(
  ctx: Ctx,
  index: GuidanceIndex,
  group: TopicGroup,
  page: number,
  lead: GroupLead = {},
): Promise<void> {
  const { say } = ctx;
  const all = index.topics(ctx.locale, group).map(({ topic }) => topic);
  const first = (lead.first ?? []).filter((topic) => all.includes(topic));
  const topics = [...first, ...all.filter((topic) => !first.includes(topic))];
  const shown = topics.slice(page * perPage, (page + 1) * perPage);
  await showPage(
    ctx,
    joinLines(
      [lead.text, say.html("guidance-group", { group: say.plain(`group-${group}`), count: topics.length })],
      "\n\n",
    ),
    [
      ...(lead.rows ?? []),
      ...shown.map((topic) => topicButton(ctx, index, topic)),
      pageRow(page, topics.length, perPage, (to) => callbacks.topicGroup({ group, page: to })),
      [
        { text: say.plain("button-all-topics"), data: callbacks.topicGroups() },
        { text: say.plain("button-menu"), data: callbacks.menuHere() },
      ],
    ],
  );
}
