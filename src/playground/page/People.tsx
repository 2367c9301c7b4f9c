/** The list on the left: who there is, what time it is there, and the playground's own tools. */
import type { Message } from "@grammyjs/types";
import { useState } from "preact/hooks";
import type { Beginning, PersonLine, State } from "../serving/contract.js";
import { Avatar } from "./Avatar.js";
import { Dialog } from "./Dialog.js";
import { FirstMinute } from "./FirstMinute.js";
import { Icon } from "./icons.js";
import { PlaygroundMenu } from "./PlaygroundMenu.js";
import { server } from "./server.js";
import { attempt, choose, showTraining, useView } from "./store.js";
import { briefly, shortDayOf, timeOf } from "./times.js";
import { trainingWordsOf } from "./trainingWords.js";
import { useClock, useJump } from "./useClock.js";
import { filled, type Words } from "./words.js";

export function People({ state, chosen }: { readonly state: State; readonly chosen: number | null }) {
  const { words, locale } = useView();
  const now = useClock(state);
  const [adding, add] = useState(false);
  return (
    <nav class="people" aria-label={words.people}>
      <header class="bar">
        <div class="title">
          <h2>{words.room}</h2>
          <p>
            {state.bot.name} · @{state.bot.username}
          </p>
        </div>
        <PlaygroundMenu state={state} />
      </header>
      <Time state={state} now={now} />
      {state.open && (
        <button type="button" class="to-training" onClick={showTraining}>
          {trainingWordsOf(locale).training}
        </button>
      )}
      <ul class="list">
        {state.people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              class="person"
              aria-current={person.id === chosen}
              onClick={() => choose(person.id)}
            >
              <Avatar name={person.name} />
              <span class="about">
                <span class="top">
                  <b>{person.name}</b>
                  <RoleTag person={person} words={words} />
                  {person.last !== null && (
                    <time>
                      {briefly(new Date(person.last.date * 1000), now, { locale, zone: state.zone })}
                    </time>
                  )}
                </span>
                <span class="top">
                  <span class="preview-line">
                    {person.last?.from?.is_bot === false && <em>{words.you}: </em>}
                    {previewOf(person.last, words)}
                  </span>
                  {person.unread > 0 && (
                    <span class="badge">
                      <span aria-hidden="true">{person.unread}</span>
                      <span class="unseen">{filled(words.unread, { count: person.unread })}</span>
                    </span>
                  )}
                </span>
              </span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" class="person add" onClick={() => add(true)}>
            <span class="plus">
              <Icon name="plus" />
            </span>
            <b>{words.newPerson}</b>
          </button>
        </li>
        <li class="only-narrow">
          <FirstMinute state={state} />
        </li>
      </ul>
      <footer class="realness">
        <p>{words.realness}</p>
        <p>{filled(words.dataIn, { place: state.dataDir })}</p>
      </footer>
      {adding && <NewPerson onClose={() => add(false)} />}
    </nav>
  );
}

function RoleTag({ person, words }: { readonly person: PersonLine; readonly words: Words }) {
  const role = person.roles[0] ?? "stranger";
  const known: Readonly<Record<string, string>> = words.roles;
  return <span class={`role ${role}`}>{known[role] ?? role}</span>;
}

function previewOf(message: Message | null, words: Words): string {
  if (message === null) return words.emptyChat;
  const { text, caption, photo, voice, document: file, location, contact, sticker } = message;
  const attached =
    (photo && `🖼 ${words.photo}`) ??
    (voice && `🎤 ${words.voice}`) ??
    (file && `📄 ${file.file_name ?? words.document}`) ??
    (location && `📍 ${words.location}`) ??
    (contact && `👤 ${contact.first_name}`) ??
    sticker?.emoji;
  return (text ?? caption ?? attached ?? "").slice(0, 140);
}

/** The playground's clock, and the ways to move it. */
function Time({ state, now }: { readonly state: State; readonly now: Date }) {
  const { words, locale } = useView();
  const place = { locale, zone: state.zone };
  const days = Math.round(state.ahead / 86_400_000);
  const jump = useJump(state);
  return (
    <section class="clock" aria-label={words.clock} title={words.clockNote}>
      <p>
        <Icon name="clock" size={18} />
        <time dateTime={now.toISOString()}>
          {shortDayOf(now, place)} <b>{timeOf(now, place)}</b>
        </time>
        {days > 0 && (
          <small class="ahead" title={filled(words.ahead, { days })}>
            +{days}
          </small>
        )}
      </p>
      <div class="jumps">
        <button type="button" onClick={() => jump("hour")}>
          {words.jumpHour}
        </button>
        <button type="button" onClick={() => jump("day")}>
          {words.jumpDay}
        </button>
        <button
          type="button"
          onClick={() => jump("morning")}
          aria-label={words.jumpMorningLong}
          title={words.jumpMorningLong}
        >
          → {words.jumpMorning}
        </button>
        <button type="button" onClick={() => jump("week")}>
          {words.jumpWeek}
        </button>
      </div>
    </section>
  );
}

function NewPerson({ onClose }: { readonly onClose: () => void }) {
  const { words, locale } = useView();
  const [name, write] = useState("");
  const [as, become] = useState<Beginning>("worker");
  const ways: readonly (readonly [Beginning, string])[] = [
    ["worker", words.newPersonWorker],
    ["supervisor", words.newPersonSupervisor],
    ["admin", words.newPersonAdmin],
    ["stranger", words.newPersonStranger],
  ];
  const add = () => {
    const firstName = name.trim();
    if (firstName === "") return;
    onClose();
    attempt(
      server.post<State>("person", { firstName, as, languageCode: locale }).then(({ people }) => {
        const added = people.at(-1);
        if (added !== undefined) choose(added.id);
      }),
    );
  };
  return (
    <Dialog title={words.newPerson} confirm={words.add} onConfirm={add} onClose={onClose}>
      <label>
        {words.newPersonName}
        <input
          type="text"
          required
          maxLength={40}
          value={name}
          onInput={({ currentTarget }) => write(currentTarget.value)}
        />
      </label>
      <fieldset>
        <legend>{words.newPersonAs}</legend>
        {ways.map(([way, label]) => (
          <label class="choice" key={way}>
            <input type="radio" name="as" checked={as === way} onChange={() => become(way)} />
            {label}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}
