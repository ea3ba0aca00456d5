/** What neighbourhoods are called. */
export type { Called, Lying } from "./types.ts";
export { called } from "./utils.ts";
