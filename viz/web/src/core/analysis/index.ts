export * from "./types.ts";
export { asked, chosen, PARAMETERS, takes, wrong, type Asked, type Parameter } from "./asked.ts";
export { across, formOf, shares, toldAs, withShares, type Form } from "./figures.ts";
export { held, picked, type Held, type Side } from "./kept.ts";
export { left, readBegun, waitFor, type Begun } from "./run.ts";
export { firstMeasure, grid, growth, joined, MEASURES, ratios, year, type Growth, type Measure, type Ratio } from "./shapes.ts";
