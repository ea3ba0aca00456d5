import type { components } from "../../api/schema";

export type Run = components["schemas"]["ImportRunOut"];
export type Report = components["schemas"]["ImportOut"];
export type Sheet = components["schemas"]["SheetOut"];
export type Column = components["schemas"]["ColumnOut"];
export type Refusal = Report["refusals"][number];
export type RowPlace = components["schemas"]["RowPlaceOut"];
export type Batch = components["schemas"]["BatchOut"];
export type KnownTable = components["schemas"]["KnownTableOut"];

/** Where somebody is: choosing files, mending columns, looking at what would happen, or done. */
export const STEPS = ["kies", "kolommen", "nakijken", "klaar"] as const;
export type Step = (typeof STEPS)[number];

/** What was chosen: a table for a sheet (by its place), a column for a header of a table; "" leaves it out. */
export interface Mapping {
  readonly sheets: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a refused value is read as, by table and column; "" reads it as it stands. For this import only. */
  readonly values: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
}
