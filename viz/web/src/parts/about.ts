/** What the tables and pictures of a page are of: it goes along with each of them. */

import { getContext, hasContext, setContext } from "svelte";
import type { Sheet } from "../core/tables";

export interface About {
  /** Under the title of a picture: of which day, whose figures, about how many. */
  readonly under: readonly string[];
  /** A sheet beside a table: the question, the day, how it was worked out. */
  readonly sheet: Sheet;
}

const KEY = Symbol("about");

export function tellAbout(about: () => About): void {
  setContext(KEY, about);
}

/** What was told by a component around this one; called while it is made. */
export function toldAbout(): () => About | null {
  return hasContext(KEY) ? getContext<() => About>(KEY) : () => null;
}
