/** A line of the log as it is told: who, to what, and what of it. */
export type { Logged, Subject, Told, Who } from "./types.ts";
export { subjects, told, who } from "./utils.ts";
