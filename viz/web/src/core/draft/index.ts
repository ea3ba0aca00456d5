export type { Draft, Fields } from "./types.ts";
export { rebased, touched } from "./utils.ts";
