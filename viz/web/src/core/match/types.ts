import type { components } from "../../api/schema";

export type Match = components["schemas"]["MatchOut"];
export type Result = components["schemas"]["ResultOut"];
export type Part = components["schemas"]["PartOut"];

/** The parts of a score, in the order in which they are shown. */
export const PARTS = [
  "talents",
  "themes",
  "experience",
  "place",
  "text",
  "around",
  "reach",
  "freshness",
] as const;

export type PartName = (typeof PARTS)[number];

/** How much each part counts, next to how much it counts as it is: 1 is as it is, 0 not at all. */
export type Weights = Readonly<Partial<Record<PartName, number>>>;

/** Somebody in the order of other weights: where they stand now, and where they stood. */
export interface Ranked {
  readonly result: Result;
  readonly score: number;
  readonly place: number;
  readonly before: number;
}

export const WHY_NOT = ["asked", "busy", "role", "tie", "other"] as const satisfies readonly components["schemas"]["Unfit"][];
/** Why somebody does not fit a request, out of a few. */
export type WhyNot = (typeof WHY_NOT)[number];
