/** What is kept to put back: how large it is, and which one is the last. */
export type { Amount, Backup } from "./types.ts";
export { amount, latest } from "./utils.ts";
