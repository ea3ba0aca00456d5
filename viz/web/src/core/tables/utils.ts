import type { Cell, Column, Table } from "./types.ts";

/** Text that a spreadsheet would take for a formula gets a mark in front, also behind spaces and in wide letters. */
function safe(value: string): string {
  return /^[\s\u00a0]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
}

/** A cell of CSV (RFC 4180). */
function cell(value: Cell): string {
  if (typeof value === "number") return String(value);
  const text = safe(value);
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as CSV, with the mark by which a spreadsheet knows that it is UTF-8. */
export function csv(table: Table): string {
  return `\ufeff${[table.head, ...table.rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A table as text between tabs, for pasting into a spreadsheet or a mail; numbers with the comma of their language. */
export function pasted(table: Table, comma = false): string {
  const plain = (value: Cell) =>
    typeof value === "number"
      ? String(value).replace(".", comma ? "," : ".")
      : safe(value.replaceAll(/[\t\r\n]+/g, " "));
  return [table.head, ...table.rows].map((row) => row.map(plain).join("\t")).join("\n");
}

/** What is taken along of a table on the page. */
export function tableOf<T>(name: string, columns: readonly Column<T>[], rows: readonly T[]): Table {
  return { name, head: columns.map(({ head }) => head), rows: rows.map((row) => columns.map((column) => column.cell(row))) };
}
