/** Telephone numbers as Indonesians write them, kept as `+62…`. */
import { explained } from "../reasons.js";
import { accepted, type InputOutcome } from "./outcome.js";

/** Digits after +62. A landline has an area code of 2–3 and 5–8 more; a mobile number is 8 and 8 to 11 more. */
const landline = { min: 7, max: 11 };
const mobile = { min: 9, max: 12 };
/** Digits of any number in the world (E.164), country code included. */
const abroad = { min: 8, max: 15 };

/** "0812 3456 7890", "+62 812-…", "62812…", "(021) 555…", "812…"; other countries with `+` and their code. */
export function acceptPhone(text: string): InputOutcome {
  const written = text
    .normalize("NFKC")
    .replace(/\p{Format}/gu, "")
    .trim()
    .replace(/^(?:hp|wa|whatsapp|telp?|tlp|telepon|no|nomor)\b[.:\s]*/i, "");
  const bare = written.replace(/[\s().\-‐-―/]/g, "");
  if (/\p{Letter}/u.test(bare)) return explained("phone-letters", {});
  const international = bare.startsWith("+") || bare.startsWith("00");
  const digits = bare.replace(/^(?:\+|00)/, "");
  if (!/^\d+$/.test(digits)) return explained("phone-letters", {});

  if (digits.startsWith("62") && (international || digits.length > 9)) {
    // "+62 (0)812…": the trunk zero falls away behind the country code.
    return national(digits.slice(2).replace(/^0/, ""), digits.length);
  }
  if (international) return sized(digits.length, abroad) ?? accepted(`+${digits}`);
  if (digits.startsWith("0")) return national(digits.slice(1), digits.length);
  if (digits.startsWith("8")) return national(digits, digits.length);
  return explained("phone-start", {});
}

/** `rest` follows +62; `written` is how many digits the person wrote, so that the message counts as they do. */
function national(rest: string, written: number): InputOutcome {
  if (!/^[2-9]/.test(rest)) return explained("phone-start", {});
  const extra = written - rest.length;
  const { min, max } = rest.startsWith("8") ? mobile : landline;
  return sized(written, { min: min + extra, max: max + extra }) ?? accepted(`+62${rest}`);
}

function sized(written: number, { min, max }: { min: number; max: number }) {
  if (written < min) return explained("phone-too-short", { digits: written, min });
  if (written > max) return explained("phone-too-long", { digits: written, max });
  return undefined;
}
