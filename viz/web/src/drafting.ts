/**
 * A draft that is not saved yet, kept in this tab of the browser: it may be about people, so it is gone once it is
 * saved or thrown away, when somebody signs out, and when somebody else signs in.
 */

import { type Draft, packed, unpacked, waiting } from "./core/draft";

const KEPT = "ploeg-ontwerp";

/** What waits, of whoever looks. */
export function waits<T extends Draft>(blank: T, who: string): T | null {
  try {
    return unpacked(blank, sessionStorage.getItem(KEPT), who);
  } catch {
    return null; // A browser may forbid keeping anything.
  }
}

export function keep<T extends Draft>(blank: T, draft: T, who: string): void {
  put(packed(blank, draft, who));
}

export function forget(): void {
  put(null);
}

/** Leave nothing of anybody but whoever looks now. */
export function forgetOthers(who: string): void {
  try {
    if (waiting(sessionStorage.getItem(KEPT), who) === null) forget();
  } catch {
    // Then there is nothing.
  }
}

function put(text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, text);
  } catch {
    // Then it lasts for as long as its page is open.
  }
}
