export type { Draft, Fields, Waiting } from "./types.ts";
export { packed, rebased, touched, unpacked, waiting } from "./utils.ts";
