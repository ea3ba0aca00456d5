import type { components } from "../../api/schema";

export type Way = components["schemas"]["RouteOut"];
export type Hop = components["schemas"]["HopOut"];
export type Somebody = components["schemas"]["PersonOut"];
export type Found = components["schemas"]["PathOut"] | components["schemas"]["PathsOut"];

export type Strength = "strong" | "good" | "weak";

/** One link of a route with the people at both ends. */
export interface Step {
  readonly from: Somebody;
  readonly to: Somebody;
  readonly hop: Hop;
}
