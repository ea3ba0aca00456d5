import { average, decimal, percent, whole, type Language } from "../language/index.ts";
import type { Figure } from "./types.ts";

/** How a figure is told: counted, as a part of all, on average, or as a number that has no unit. */
export type Form = "count" | "share" | "mean" | "index";

const FORMS: Readonly<Record<string, Form>> = {
  tied: "share", density: "share", largest_component: "share", reciprocity: "share", clustering: "share", inside: "share",
  left_connected: "share", bridges_left: "share", across: "share",
  mean_degree: "mean", path_length: "mean",
  ei_index: "index", assortativity: "index", degree_assortativity: "index", modularity: "index", stability: "index",
};

export function formOf(name: string): Form {
  return FORMS[name] ?? "count";
}

/** A value of a figure as the sentences of the server say it. */
export function toldAs(form: Form, value: number, language: Language): string {
  if (form === "share") return percent(value, language);
  if (form === "mean") return average(value, language);
  return form === "index" ? decimal(value, language) : whole(value, language);
}

/** The share of ties that an E-I index stands for: from -1 to 1 becomes from nothing to all. */
export function across(figure: Figure): Figure {
  const share = (value: number | null) => (value === null ? null : (value + 1) / 2);
  return {
    ...figure,
    name: "across",
    value: share(figure.value),
    low: share(figure.low),
    high: share(figure.high),
    expected: share(figure.expected),
    expected_low: share(figure.expected_low),
    expected_high: share(figure.expected_high),
  };
}

/** The figures with, after an E-I index, the share of ties that it stands for: that is what sentences speak of. */
export function withShares(figures: readonly Figure[], label: Figure["label"]): readonly Figure[] {
  return figures.flatMap((figure) => (figure.name === "ei_index" ? [{ ...across(figure), label }, figure] : [figure]));
}

/** The figures that are a part of all, and are told. */
export function shares(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter((figure) => formOf(figure.name) === "share" && figure.name !== "density" && (figure.value !== null || figure.hidden));
}
