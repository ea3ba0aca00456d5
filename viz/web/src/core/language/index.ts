export type { Language, Words } from "./types.ts";
export { namedLanguages } from "./spoken.ts";
export { average, day, decimal, filled, half, moment, percent, said, whole } from "./utils.ts";
