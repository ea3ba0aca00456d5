import { type Figure, formOf } from "../../core/analysis";
import type { Cell, Column } from "../../core/tables";
import { t } from "../../messages";
import { between, byChance, label, told } from "./words";

/** A value of a figure as it is taken along: a part of all stays one in a spreadsheet. */
export function along(name: string, value: number | null | undefined): Cell {
  if (value === null || value === undefined) return "";
  return formOf(name) === "share" ? { share: value } : value;
}

const cell = (figure: Figure): Cell => (figure.hidden ? told(figure) : along(figure.name, figure.value));

/** A figure as a column, in its form. */
export function valueColumn<T>(head: string, of: (row: T) => Figure): Column<T> {
  return { head, number: true, cell: (row) => cell(of(row)), shown: (row) => told(of(row)) };
}

type Bound = "low" | "high" | "expected" | "expected_low" | "expected_high";

/** Between which bounds a figure lies and what chance would make of it: a sentence to read, numbers to take along. */
export function boundColumns<T>(of: (row: T) => Figure, interval = true): readonly Column<T>[] {
  const bound = (head: string, name: Bound): Column<T> => ({ head, number: true, apart: true, cell: (row) => along(of(row).name, of(row)[name]) });
  return [
    ...(interval
      ? [
          { head: t("analysis.interval"), number: true, shownOnly: true, cell: () => "", shown: (row: T) => between(of(row).name, of(row).low, of(row).high) },
          bound(t("analysis.low"), "low"),
          bound(t("analysis.high"), "high"),
        ]
      : []),
    { head: t("analysis.expected"), number: true, cell: (row) => along(of(row).name, of(row).expected), shown: (row) => byChance(of(row)) },
    bound(t("analysis.expectedLow"), "expected_low"),
    bound(t("analysis.expectedHigh"), "expected_high"),
  ];
}

/** How figures stand in a table. */
export function figureColumns(): readonly Column<Figure>[] {
  const itself = (figure: Figure) => figure;
  return [{ head: t("analysis.figure"), cell: label }, valueColumn(t("analysis.value"), itself), ...boundColumns(itself)];
}
