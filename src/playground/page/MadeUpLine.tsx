/** What stands on every screen of a room that is open to others. */
import { useView } from "./store.js";
import { trainingWordsOf } from "./trainingWords.js";

export function MadeUpLine() {
  const { locale } = useView();
  return (
    <p class="made-up" role="note">
      {trainingWordsOf(locale).madeUp}
    </p>
  );
}
