/** The playground's time now, drawn again each minute. */
import { useEffect, useMemo, useState } from "preact/hooks";
import type { State } from "../serving/contract.js";

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
