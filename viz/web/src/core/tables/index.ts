export type { Table } from "./types.ts";
export { csv, pasted } from "./utils.ts";
