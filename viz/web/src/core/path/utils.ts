import type { Somebody, Step, Strength, Way } from "./types.ts";

const STRONG = 0.6;
const GOOD = 0.35;

/** The word for a strength; the words are for reading and decide nothing. */
export function strengthOf(value: number): Strength {
  return value >= STRONG ? "strong" : value >= GOOD ? "good" : "weak";
}

/** The links of a route in order, each with who stands at its ends. */
export function steps(way: Way): readonly Step[] {
  return way.hops.flatMap((hop, at) => {
    const from = way.people[at];
    const to = way.people[at + 1];
    return from === undefined || to === undefined ? [] : [{ from, to, hop }];
  });
}

/** Who is asked first, if anybody stands between. */
export function firstConnector(way: Way): Somebody | undefined {
  return way.people.length > 2 ? way.people[1] : undefined;
}

/** Whether any link is worth marking as the weakest: one of several, and clearly weaker than another. */
export function marksWeakest(way: Way): boolean {
  const strengths = way.hops.flatMap((hop) => (hop.strength === undefined ? [] : [hop.strength]));
  return strengths.length > 1 && Math.min(...strengths) < Math.max(...strengths) - 0.005;
}
