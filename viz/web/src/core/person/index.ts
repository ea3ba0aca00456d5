export * from "./types.ts";
export { bothSay, draftOf, holding, latestFirst, notHeld, written, yeses } from "./utils.ts";
