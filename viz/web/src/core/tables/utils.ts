import type { Cell, Column, Table } from "./types.ts";

/** Text that a spreadsheet would take for a formula gets a mark in front, also behind spaces and in wide letters. */
function safe(value: string): string {
  return /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
}

/** A number without what computing in twos leaves behind: 0.7038625, not 0.7038625000000001. */
export function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

/** What a cell holds, as text or as a number; a day as in ISO 8601. */
function held(value: Cell): string | number {
  if (typeof value === "number") return tidy(value);
  if (typeof value === "string") return value;
  return "share" in value ? tidy(value.share) : value.day;
}

/** A cell as text, where nothing else is said of how it is shown. */
export const plain = (value: Cell): string => String(held(value));

const numeral = (value: number, comma: boolean) => String(value).replace(".", comma ? "," : ".");

/** A cell of CSV (RFC 4180). */
function cell(value: Cell, comma: boolean): string {
  const found = held(value);
  if (typeof found === "number") return numeral(found, comma);
  const text = safe(found);
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as CSV, with the mark by which a spreadsheet knows that it is UTF-8. With `comma` as a Dutch spreadsheet
 * opens it: a semicolon between cells and a comma in numbers, as in the files of `ploeg export --headers nl`.
 */
export function csv(table: Table, comma = false): string {
  return `\ufeff${[table.head, ...table.rows].map((row) => row.map((each) => cell(each, comma)).join(comma ? ";" : ",")).join("\r\n")}\r\n`;
}

/** A table as text between tabs, for pasting into a spreadsheet or a mail; numbers with the comma of their language. */
export function pasted(table: Table, comma = false): string {
  const text = (value: Cell) => {
    const found = held(value);
    return typeof found === "number" ? numeral(found, comma) : safe(found.replaceAll(/[\t\r\n]+/g, " "));
  };
  return [table.head, ...table.rows].map((row) => row.map(text).join("\t")).join("\n");
}

/** What is taken along of a table on the page. */
export function tableOf<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): Table {
  const along = columns.filter(({ shownOnly }) => !shownOnly);
  return { name, head: along.map(({ head }) => head), rows: rows.map((row) => along.map((column) => column.cell(row))) };
}

/** The columns that tell something, and the headings of those in which every number is hidden. */
export function telling<T>(columns: readonly Column<T>[], rows: readonly T[], hidden: string): { readonly columns: readonly Column<T>[]; readonly without: readonly string[] } {
  const empty = ({ number, shown }: Column<T>) => number === true && shown !== undefined && rows.length > 0 && rows.every((row) => shown(row) === hidden);
  return { columns: columns.filter((each) => !empty(each)), without: columns.filter(empty).map(({ head }) => head) };
}
