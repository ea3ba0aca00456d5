export * from "./types.ts";
export { bothSay, draftOf, holding, latestFirst, mailable, written } from "./utils.ts";
