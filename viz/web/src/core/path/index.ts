export type { Found, Hop, Somebody, Step, Strength, Way } from "./types";
export { firstConnector, marksWeakest, steps, strengthOf } from "./utils";
