export { asided, lined, markup, pieces, shortened } from "./utils.ts";
