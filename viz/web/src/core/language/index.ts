export type { Language, Words } from "./types";
export { day, decimal, filled, half, moment, percent, said, whole } from "./utils";
