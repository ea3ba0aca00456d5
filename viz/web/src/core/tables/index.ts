export type { Cell, Column, Leads, Marked, Sheet, Table } from "./types.ts";
export { csv, pasted, plain, tableOf, telling } from "./utils.ts";
