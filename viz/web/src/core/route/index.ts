export { PLACES, type Place, type Route } from "./types";
export { address, asked, parse, samePage, several } from "./utils";
