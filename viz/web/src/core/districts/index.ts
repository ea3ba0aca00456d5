export { type Chosen, DISTRICT, type Place, type Words } from "./types.ts";
export { collapsed, offered, spread } from "./utils.ts";
