import type { components } from "../../api/schema";

export type Logged = components["schemas"]["EventOut"];

/** A part of what a line of the log tells: keys of texts, and numbers or names of which there is no text. */
export interface Told {
  /** The text that says what kind of thing this is; `null` where the values say it themselves. */
  readonly key: string | null;
  /** Keys of texts, as long as there are such; else what stands in the log. */
  readonly values: readonly { readonly key: string; readonly plain: string }[];
  /** How many, for a count. */
  readonly n: number | null;
}

/** Who did it. */
export type Who =
  | { readonly of: "account"; readonly id: string; readonly role: string | null }
  | { readonly of: "resident" }
  | { readonly of: "local"; readonly role: string }
  | { readonly of: "nobody" }
  | { readonly of: "gone" };

/** What it was done to: a kind of thing, and the end of its id to tell it from others. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly short: string;
}
