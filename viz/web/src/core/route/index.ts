export { PLACES, type Place, type Route } from "./types.ts";
export { address, asked, parse, samePage, several } from "./utils.ts";
