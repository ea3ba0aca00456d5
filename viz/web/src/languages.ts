/** Languages by their names. */

import { here } from "./here.svelte";
import { t } from "./messages";

/** Those that can be ticked, by ISO 639 code; tables may bring others. */
export const LANGUAGES = ["nl", "fr", "en", "ar", "tr", "ber", "es", "pl", "uk", "vgt"] as const;
type Known = (typeof LANGUAGES)[number];

export function languageName(code: string): string {
  if ((LANGUAGES as readonly string[]).includes(code)) return t(`language.${code as Known}`);
  try {
    return new Intl.DisplayNames([here.language], { type: "language" }).of(code) ?? code;
  } catch {
    return code; // No language code at all.
  }
}

export const languageNames = (codes: readonly string[]): string => codes.map(languageName).join(", ");
