/** What a person does, as a request says it: for scripts under `/control`, and for the page. */
import type { Message } from "@grammyjs/types";
import type { Uploads } from "./methods/call.js";
import { integerField, numberField, type Payload, textField } from "./payload.js";
import type { Aside, Person, PersonOptions } from "./people.js";

/** A request's parameters and files. */
export type Command = { readonly payload: Payload; readonly uploads: Uploads };

/** Reads `{firstName, lastName?, username?, languageCode?, id?}`. */
export function personOptions(payload: Payload): PersonOptions {
  const firstName = textField(payload, "firstName");
  if (firstName === undefined) throw new Error("firstName is missing");
  const id = integerField(payload, "id");
  const texts = ["lastName", "username", "languageCode"].flatMap((field) => {
    const text = textField(payload, field);
    return text === undefined ? [] : [[field, text]];
  });
  return { firstName, ...Object.fromEntries(texts), ...(id === 0 ? {} : { id }) };
}

/**
 * Sends `{text | photo | document, name?, mime? | voice, duration? | latitude, longitude | contact | sticker}`, with
 * `caption?` and `replyTo?` (a message's id). A photo, voice or document is an upload, or a size in bytes. Several uploads
 * (`photo`, `photo1` …) go together, as the `album` of that name.
 */
export function send(person: Person, { payload, uploads }: Command): Message | undefined {
  const aside = asideOf(person, payload);
  if (uploads.size > 1) return sendTogether(person, uploads, aside);
  const text = textField(payload, "text");
  if (text !== undefined) return person.sends(text, aside);
  const content = (field: string) => uploads.get(field)?.content ?? integerField(payload, field, 1000);
  if (payload.photo !== undefined) return person.photographs(content("photo"), aside);
  if (payload.voice !== undefined) {
    return person.sendsVoice(content("voice"), { ...aside, duration: integerField(payload, "duration", 5) });
  }
  if (payload.document !== undefined) {
    const name = textField(payload, "name") ?? uploads.get("document")?.name ?? "berkas.bin";
    const mime = textField(payload, "mime") ?? uploads.get("document")?.mime ?? "application/octet-stream";
    return person.sendsDocument(name, mime, content("document"), aside);
  }
  const latitude = numberField(payload, "latitude");
  const longitude = numberField(payload, "longitude");
  if (latitude !== undefined && longitude !== undefined) return person.sendsLocation(latitude, longitude);
  const contact = textField(payload, "contact");
  if (contact !== undefined) return person.sendsContact(contact);
  const sticker = textField(payload, "sticker");
  if (sticker !== undefined) return person.sendsSticker(sticker);
  throw new Error(
    "Nothing to send: text, photo, voice, document, latitude and longitude, contact or sticker",
  );
}

/** Sends photos or files as an album, whose first has the caption. Gives the last. */
function sendTogether(person: Person, uploads: Uploads, { caption, ...aside }: Aside): Message | undefined {
  let last: Message | undefined;
  for (const [field, { content, name = "berkas.bin", mime = "application/octet-stream" }] of uploads) {
    const words = last === undefined && caption !== undefined ? { ...aside, caption } : aside;
    last = field.startsWith("photo")
      ? person.photographs(content, words)
      : person.sendsDocument(name, mime, content, words);
  }
  return last;
}

function asideOf(person: Person, payload: Payload): Aside {
  const caption = textField(payload, "caption");
  const replyTo = person.conversation.messages.get(integerField(payload, "replyTo"));
  const album = textField(payload, "album");
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(album === undefined ? {} : { album }),
  };
}
