export * from "./types.ts";
export { bothSay, draftOf, holding, latestFirst, written } from "./utils.ts";
