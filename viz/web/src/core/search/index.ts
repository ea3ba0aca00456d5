export { type Found, type Kind, KINDS } from "./types";
export { kindOf, leadsTo, moved } from "./utils";
