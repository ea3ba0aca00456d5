export { type Found, type Kind, KINDS } from "./types.ts";
export { grouped, kindOf, leadsTo, moved, notes } from "./utils.ts";
