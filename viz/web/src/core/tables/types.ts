/** What a spreadsheet shows in its own way: a part of all, or a day (ISO 8601, with or without the time). */
export type Marked = { readonly share: number } | { readonly day: string };

/** What stands in a cell; a number stays one wherever it is taken to. */
export type Cell = string | number | Marked;

/** A table to take along: a heading a column, and what stands in each row. */
export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** What a table is of, in words: a sheet of its own in a workbook. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly [string, Cell])[];
}

/** Where a cell of a table on the page leads. */
export interface Leads {
  readonly href: string;
  readonly text: string;
  /** What a screen reader is told besides. */
  readonly about?: string;
}

/** A column of a table on the page: what it is taken along as, and how it is shown where that is another way. */
export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => Cell;
  readonly shown?: (row: T) => string;
  readonly leads?: (row: T) => readonly Leads[];
  /** What stands below it, in small. */
  readonly note?: (row: T) => string;
  readonly number?: boolean;
  /** It is taken along, and said elsewhere on the page. */
  readonly apart?: boolean;
  /** It is shown only: other columns take along what it says. */
  readonly shownOnly?: boolean;
}
