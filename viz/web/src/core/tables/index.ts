export type { Cell, Column, Leads, Table } from "./types.ts";
export { csv, pasted, tableOf } from "./utils.ts";
