/** What can still be done where there is no way; nothing that was done already, or that can't help. */

import { MOST } from "./asked.ts";

export type Advice = "more" | "theme" | "other" | "direct" | "coordinator";
export type WhyNone = "direct" | "unseen" | "one" | "many";

/**
 * `themed`: a theme was chosen, or there is none to choose. Leaving it out never helps: whoever introduces for
 * anything does so for it too. A coordinator hears of every tie between two, whatever it is about.
 */
export function advice(most: number, themed: boolean, coordinates: boolean): readonly Advice[] {
  const helps = !themed && (most > 0 || !coordinates);
  return [
    ...(most < MOST ? (["more"] as const) : []),
    ...(helps ? (["theme"] as const) : []),
    "other",
    coordinates ? "direct" : "coordinator",
  ];
}

/** Why there is none, as far as it holds for anybody; a partner hears of no tie of whom nobody agreed to introduce. */
export function whyNone(most: number, coordinates: boolean): WhyNone {
  if (most === 0) return coordinates ? "direct" : "unseen";
  return most === 1 ? "one" : "many";
}
