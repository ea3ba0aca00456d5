export { lined, markup, pieces, shortened } from "./utils.ts";
