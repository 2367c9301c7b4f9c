import { useEffect } from "preact/hooks";
import { onNews } from "./store.js";

/** So long (ms) after something happened it is looked at again; what happens meanwhile is seen then too. */
const pause = 1_000;

/** Looks again soon after something has happened in the room. */
export function useNews(look: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onNews(() => {
      timer ??= setTimeout(() => {
        timer = undefined;
        look();
      }, pause);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
}
