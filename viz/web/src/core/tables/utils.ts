import type { Table } from "./types.ts";

/** A cell of CSV (RFC 4180); text that a spreadsheet would take for a formula gets a mark in front. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV, with the mark by which a spreadsheet knows that it is UTF-8. */
export function csv(table: Table): string {
  return `\ufeff${[table.head, ...table.rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A table as text between tabs, for pasting into a spreadsheet or a mail. */
export function pasted(table: Table): string {
  const plain = (value: string | number) => String(value).replaceAll(/[\t\r\n]+/g, " ");
  return [table.head, ...table.rows].map((row) => row.map(plain).join("\t")).join("\n");
}
