export * from "./types.ts";
export { bothSay, draftOf, holding, latestFirst, mailable, notHeld, written, yeses } from "./utils.ts";
