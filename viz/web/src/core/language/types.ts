export type Language = "nl" | "en";

/** What the API says to a person: the same in both languages. */
export interface Words {
  readonly nl: string;
  readonly en: string;
}
