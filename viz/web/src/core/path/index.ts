export { advice, type Advice, whyNone, type WhyNone } from "./advice.ts";
export { MOST, type PathAsked, readAsked, writeAsked } from "./asked.ts";
export { themeOf, WITHOUT } from "./theme.ts";
export type { Found, Hop, Somebody, Step, Strength, Way } from "./types.ts";
export { firstConnector, marksWeakest, steps, strengthOf } from "./utils.ts";
