/** Recording a voice message in the browser; where there is no microphone, it says so. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "./icons.js";
import { server } from "./server.js";
import { attempt, showNotice, useView } from "./store.js";

export function Recorder({ person, onEnd }: { readonly person: number; readonly onEnd: () => void }) {
  const { words } = useView();
  const recorder = useRef<MediaRecorder | null>(null);
  const began = useRef(0);
  const [seconds, count] = useState(0);

  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setInterval> | undefined;
    const begin = async () => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (gone) return stop(stream);
      const made = new MediaRecorder(stream);
      recorder.current = made;
      began.current = performance.now();
      timer = setInterval(() => count(Math.floor((performance.now() - began.current) / 1000)), 250);
      made.start();
    };
    begin().catch(() => {
      showNotice(words.noMicrophone);
      onEnd();
    });
    return () => {
      gone = true;
      clearInterval(timer);
      const made = recorder.current;
      if (made !== null && made.state !== "inactive") made.stop();
      if (made !== null) stop(made.stream);
    };
  }, []);

  const send = () => {
    const made = recorder.current;
    if (made === null) return onEnd();
    const duration = Math.max(1, Math.round((performance.now() - began.current) / 1000));
    made.ondataavailable = ({ data }) =>
      attempt(server.upload(person, "voice", [data], { duration: String(duration) }));
    made.stop();
    stop(made.stream);
    recorder.current = null;
    onEnd();
  };
  return (
    <div class="line recorder">
      <button type="button" class="icon-button" aria-label={words.cancel} onClick={onEnd}>
        <Icon name="close" />
      </button>
      <span class="recording" role="status">
        <i aria-hidden="true" /> {words.recording} {Math.floor(seconds / 60)}:
        {String(seconds % 60).padStart(2, "0")}
      </span>
      <button type="button" class="send full" aria-label={words.send} onClick={send}>
        <Icon name="send" />
      </button>
    </div>
  );
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
