export { type Asked, NEXT, REQUEST_KINDS, type Status, STATUSES } from "./types";
export { daysBetween, longestFirst, today } from "./utils";
