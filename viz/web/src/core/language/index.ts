export type { Language, Words } from "./types.ts";
export { namedLanguages } from "./spoken.ts";
export { average, close, day, decimal, filled, half, listed, moment, percent, said, whole } from "./utils.ts";
