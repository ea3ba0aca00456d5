export { type Asked, NEXT, REQUEST_KINDS, type Status, STATUSES } from "./types.ts";
export { daysBetween, longestFirst, today, waits } from "./utils.ts";
