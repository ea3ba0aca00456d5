/** What stands in a cell; a number stays one wherever it is taken to. */
export type Cell = string | number;

/** A table to take along: a heading a column, and what stands in each row. */
export interface Table {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
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
}
