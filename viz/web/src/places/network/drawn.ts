import type { Figure } from "../../core/analysis";
import type { Beside, Key } from "../../core/plot";
import { t } from "../../messages";
import { byChance, label, wholly } from "./words";

/** A figure as a row beside chance. */
export function besideRow(figure: Figure): Beside {
  const chance = byChance(figure);
  return {
    label: label(figure),
    told: chance === "" ? wholly(figure) : `${wholly(figure)}; ${t("plot.chanceIs", { chance })}`,
    value: figure.hidden ? null : figure.value,
    low: figure.low,
    high: figure.high,
    expected: figure.expected,
    expectedLow: figure.expected_low,
    expectedHigh: figure.expected_high,
  };
}

export function besideKeys(): readonly Key[] {
  return [
    { name: t("plot.value"), as: "dot", ink: "accent" },
    { name: t("plot.interval"), as: "line", ink: "accent" },
    { name: t("plot.chance"), as: "bar", ink: "ink" },
    { name: t("plot.chanceBand"), as: "band", ink: "step-1" },
  ];
}
