export type { Found, Hop, Somebody, Step, Strength, Way } from "./types.ts";
export { firstConnector, marksWeakest, steps, strengthOf } from "./utils.ts";
