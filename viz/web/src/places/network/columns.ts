import type { Figure } from "../../core/analysis";
import type { Column } from "../../core/tables";
import { t } from "../../messages";
import { between, byChance, label, told } from "./words";

/** How figures stand in a table. */
export function figureColumns(): readonly Column<Figure>[] {
  return [
    { head: t("analysis.figure"), cell: label },
    { head: t("analysis.value"), number: true, cell: (each) => each.value ?? "", shown: told },
    { head: t("analysis.interval"), number: true, cell: (each) => between(each.name, each.low, each.high) },
    { head: t("analysis.expected"), number: true, cell: byChance },
  ];
}
