import type { Batch, Column, KnownTable, Mapping, Report, Run, Sheet, Step } from "./types.ts";

export const NOTHING: Mapping = { sheets: {}, columns: {}, values: {} };

/** The step that an address names, as far as there is something to show there. */
export function stepOf(asked: string | undefined, run: Run | null): Step {
  if (!run?.report) return "kies";
  if (!run.dry_run) return asked === "klaar" ? "klaar" : "kies";
  return asked === "kolommen" || asked === "nakijken" ? asked : "kies";
}

/** What was chosen for what a report tells of, so that it can be sent again. */
export function chosen(report: Report): Mapping {
  let found = NOTHING;
  for (const { table, column, value, to } of report.replaced) found = withValue(found, table, column, value, to);
  for (const sheet of report.sheets) {
    if (sheet.how === "chosen") found = withSheet(found, sheet.place, sheet.table ?? "");
    if (sheet.table !== null)
      for (const column of sheet.columns)
        if (column.how === "chosen") found = withColumn(found, sheet.table, column.header, column.column ?? "");
  }
  return found;
}

/** What was chosen, with what Ploeg would choose where nobody did: the table or column that a name looks like. */
export function proposed(report: Report): Mapping {
  let found = chosen(report);
  for (const sheet of report.sheets) {
    if (sheet.how === null && sheet.like !== null) found = withSheet(found, sheet.place, sheet.like);
    const table = headersOf(sheet);
    if (table !== null)
      for (const column of sheet.columns)
        if (column.how === null && column.like !== null) found = withColumn(found, table, column.header, column.like);
  }
  return found;
}

export function withSheet(mapping: Mapping, place: string, table: string): Mapping {
  return { ...mapping, sheets: { ...mapping.sheets, [place]: table } };
}

export function withColumn(mapping: Mapping, table: string, header: string, column: string): Mapping {
  return { ...mapping, columns: { ...mapping.columns, [table]: { ...mapping.columns[table], [header]: column } } };
}

export function withValue(mapping: Mapping, table: string, column: string, value: string, to: string): Mapping {
  const columns = mapping.values[table] ?? {};
  return { ...mapping, values: { ...mapping.values, [table]: { ...columns, [column]: { ...columns[column], [value]: to } } } };
}

/** Every value that is read as another one: table, column, value, and what it is read as. */
function valuesOf(mapping: Mapping): readonly (readonly [string, string, string, string])[] {
  return Object.entries(mapping.values).flatMap(([table, columns]) =>
    Object.entries(columns).flatMap(([column, values]) =>
      Object.entries(values).map(([value, to]) => [table, column, value, to] as const),
    ),
  );
}

/** What `after` says that `before` did not say: what somebody just chose. */
export function newIn(before: Mapping, after: Mapping): Mapping {
  let found = NOTHING;
  for (const [place, table] of Object.entries(after.sheets))
    if (before.sheets[place] !== table) found = withSheet(found, place, table);
  for (const [table, headers] of Object.entries(after.columns))
    for (const [header, column] of Object.entries(headers))
      if (before.columns[table]?.[header] !== column) found = withColumn(found, table, header, column);
  for (const each of valuesOf(after)) {
    const [table, column, value, to] = each;
    if (before.values[table]?.[column]?.[value] !== to) found = withValue(found, ...each);
  }
  return found;
}

/** Two mappings in one; the later counts where they differ. */
export function joined(earlier: Mapping, later: Mapping): Mapping {
  let found = { ...earlier, sheets: { ...earlier.sheets, ...later.sheets } };
  for (const [table, headers] of Object.entries(later.columns))
    for (const [header, column] of Object.entries(headers)) found = withColumn(found, table, header, column);
  for (const each of valuesOf(later)) found = withValue(found, ...each);
  return found;
}

/** What was chosen before, as far as it is about a sheet or header that is here too and that nobody chose by now. */
export function recalled(kept: Mapping, report: Report): Mapping {
  let found = NOTHING;
  for (const sheet of report.sheets) {
    const own = kept.sheets[sheet.place];
    if (own !== undefined && own !== sheet.table) found = withSheet(found, sheet.place, own);
    const table = own ?? headersOf(sheet) ?? "";
    for (const { header, column, how } of sheet.columns) {
      const choice = kept.columns[table]?.[header];
      // Left out by hand and left out because nobody knows it are not the same.
      if (choice !== undefined && (how === null || choice !== (column ?? ""))) found = withColumn(found, table, header, choice);
    }
  }
  const refused = new Set(report.refusals.filter(({ certain }) => certain).map(({ value, nearest }) => `${value} ${nearest}`));
  for (const each of valuesOf(kept)) if (refused.has(`${each[2]} ${each[3]}`)) found = withValue(found, ...each);
  return found;
}

/** A mapping as the API takes it; empty where nothing was chosen. */
export function written(mapping: Mapping): string {
  const some = Object.values(mapping).some((part: object) => Object.keys(part).length > 0);
  return some ? JSON.stringify(mapping) : "";
}

/** The table that a sheet is now; "" where it is left out. */
export function tableOf(mapping: Mapping, sheet: Sheet): string {
  return mapping.sheets[sheet.place] ?? sheet.table ?? "";
}

/** The table that the headers of a sheet were read as: its own, or the one it looks like. */
export function headersOf(sheet: Sheet): string | null {
  return sheet.table ?? (sheet.how === null ? sheet.like : null);
}

/** The column that a header is now; "" where it is left out. */
export function columnOf(mapping: Mapping, sheet: Sheet, column: Column): string {
  return mapping.columns[headersOf(sheet) ?? ""]?.[column.header] ?? column.column ?? "";
}

/** Whether nobody knows a header, so that somebody should look at it. */
export const unknown = (column: Column): boolean => column.how === null;

/** Columns that a sheet must have and does not have, with what is chosen now. */
export function lacking(mapping: Mapping, sheet: Sheet, table: KnownTable | undefined): readonly string[] {
  if (table === undefined || tableOf(mapping, sheet) !== headersOf(sheet)) return [];
  const there = new Set(sheet.columns.map((column) => columnOf(mapping, sheet, column)));
  return table.columns.filter(({ name, required }) => required && !there.has(name)).map(({ name }) => name);
}

// A text longer than a cell of a spreadsheet holds goes on in "about (2)": the same column, and no mistake.
const CONTINUED = / \(\d{1,3}\)$/;

/** Columns that several headers of a sheet are said to be. */
export function twice(mapping: Mapping, sheet: Sheet): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const column of sheet.columns) {
    const name = columnOf(mapping, sheet, column);
    if (name === "" || CONTINUED.test(column.header)) continue;
    if (seen.has(name)) found.add(name);
    seen.add(name);
  }
  return [...found];
}

/** Whether a sheet can't be read as it is: something in its header has to be chosen first. */
export function stuck(sheet: Sheet): boolean {
  if (sheet.table === null) return sheet.how === null && sheet.like !== null;
  return sheet.missing.length > 0 || sheet.columns.some(({ like }) => like !== null) || twice(NOTHING, sheet).length > 0;
}

/** Whether columns come first: a sheet can't be read, or nothing in these files is a table that Ploeg knows. */
export function mustMend(report: Report): boolean {
  return report.sheets.some(stuck) || report.sheets.every(({ table, how }) => table === null && how === null);
}

/** How many rows are new or changed, in all. */
export function changes(counts: Report["counts"]): number {
  return Object.values(counts).reduce((sum, each) => sum + each.new + each.changed, 0);
}

/** How far a run is, 0 to 1; null where nobody knows. */
export function share(run: Run): number | null {
  return run.rows > 0 ? Math.min(1, run.rows_done / run.rows) : null;
}

/** Whether what a run wrote was taken back since, by whoever. */
export function takenBack(run: Run | null, batches: readonly Batch[]): boolean {
  const batch = run?.report?.batch ?? null;
  return batch !== null && batches.some(({ id, status }) => id === batch && status === "undone");
}
