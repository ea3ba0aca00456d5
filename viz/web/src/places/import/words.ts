/** What columns are called: the words of the page, with the name that a file has for it beside them. */

import type { KnownTable } from "../../core/import";
import { said, t } from "../../messages";

const PURPOSES = ["matching", "contact", "connector", "research", "public", "mailing"] as const;
const WORDED = [
  "consent_date", "consent_source", "open_asks", "ask_limit", "paused_until", "ask_themes", "not_about", "themes",
  "shared_aim", "last_contact", "opened", "needed_by", "people_needed", "label_nl", "label_en", "recorded_at", "recorded_by",
] as const;

/** A column as one reads it; of one whose name is a word that name. */
export function columnWords(column: KnownTable["columns"][number]): string {
  const code = said(column.label);
  const words = wordsOf(column.name);
  return words === "" || words === code ? code : t("import.word", { words, code });
}

function wordsOf(name: string): string {
  const purpose = PURPOSES.find((each) => name === `consent_${each}`);
  if (purpose !== undefined) return t("import.word.consent", { purpose: t(`purpose.${purpose}`) });
  const worded = WORDED.find((each) => each === name);
  return worded === undefined ? "" : t(`import.word.${worded}`);
}
