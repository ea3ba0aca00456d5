export { type Match, PARTS, type Part, type PartName, type Ranked, type Result, type Weights, WHY_NOT, type WhyNot } from "./types.ts";
export { changed, partsOf, ranked, read, scored, shares, written } from "./utils.ts";
