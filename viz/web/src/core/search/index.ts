export { type Found, type Kind, KINDS } from "./types.ts";
export { kindOf, leadsTo, moved } from "./utils.ts";
