/** The playground's time now, drawn again each minute, and the ways to move it. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Jump } from "../clock.js";
import type { State } from "../serving/contract.js";
import { server } from "./server.js";
import { attempt, showNotice, useView } from "./store.js";
import { shortDayOf, timeOf } from "./times.js";
import { filled } from "./words.js";

export function useClock({ now, ahead }: State): Date {
  // This machine's browser and server share a clock; the difference is what the playground is ahead.
  const offset = useMemo(() => new Date(now).getTime() - Date.now(), [now, ahead]);
  const [, draw] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => draw((count) => count + 1), 5_000);
    return () => clearInterval(timer);
  }, []);
  return new Date(Date.now() + offset);
}

/** Moves the time forward, and says where it is then. */
export function useJump({ zone }: State): (to: Jump) => void {
  const { words, locale } = useView();
  const shown = (at: Date) => `${shortDayOf(at, { locale, zone })} ${timeOf(at, { locale, zone })}`;
  return (to) =>
    attempt(
      server
        .post<{ now: string }>("clock", { jump: to })
        .then(({ now }) => showNotice(filled(words.moved, { when: shown(new Date(now)) }))),
    );
}
