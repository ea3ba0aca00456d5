export { type Found, type Kind, KINDS } from "./types.ts";
export { grouped, kindOf, leadsTo, moved, namesakes } from "./utils.ts";
