export type { Table } from "./types";
export { csv, pasted } from "./utils";
