export { type Asked, NOTHING, REQUEST_KINDS, type RequestDraft, type RequestPatch, type Status, STATUSES } from "./types.ts";
export { daysBetween, longestFirst, newRequest, requestChanges, requestDraft, today, waits } from "./utils.ts";
