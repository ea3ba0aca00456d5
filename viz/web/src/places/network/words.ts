/** How the pages of the network say figures, sectors and people. */

import { type Figure, formOf, type Sector, SECTORS, toldAs, withShares } from "../../core/analysis";
import type { Leads } from "../../core/tables";
import { here, to } from "../../here.svelte";
import { said, t } from "../../messages";

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function sectorName(code: string | null | undefined): string {
  const known = SECTORS.find((each) => each === code);
  return known ? t(`sectors.${known satisfies Sector}`) : t("analysis.unknown");
}

export const label = (figure: Pick<Figure, "label">): string => capital(said(figure.label));

/** A value in the form of its figure. */
export const valueOf = (name: string, value: number): string => toldAs(formOf(name), value, here.language);

/** A count that may not be told, because it is one of few, says so. */
export const few = (value: number | null | undefined, told: (value: number) => string): string =>
  value === null || value === undefined ? t("city.few") : told(value);

export function told(figure: Figure): string {
  // What is no count is of a few people, but is not few itself.
  if (figure.hidden) return t(formOf(figure.name) === "count" ? "city.few" : "analysis.hidden");
  return figure.value === null ? t("analysis.none") : valueOf(figure.name, figure.value);
}

export function between(name: string, low: number | null, high: number | null): string {
  return low === null || high === null ? "" : t("analysis.range", { low: valueOf(name, low), high: valueOf(name, high) });
}

/** A figure with its interval, as it stands beside a plot. */
export function wholly(figure: Figure): string {
  const range = between(figure.name, figure.low, figure.high);
  return range === "" ? told(figure) : `${told(figure)} (${range})`;
}

export function byChance(figure: Figure): string {
  if (figure.expected === null) return "";
  const range = between(figure.name, figure.expected_low, figure.expected_high);
  const told = valueOf(figure.name, figure.expected);
  return range === "" ? told : `${told} (${range})`;
}

/** The figures as they are shown: with the share of ties that sentences speak of. */
export function shownFigures(figures: readonly Figure[]): readonly Figure[] {
  return withShares(figures, { nl: t("analysis.across"), en: t("analysis.across") });
}

interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** Where somebody's name leads: to who coordinates it is their page, and their place on the map of today. */
export function leadsToPerson(who: Somebody): readonly Leads[] {
  if (!here.coordinates) return [];
  return [
    { href: to("mensen", who.id), text: who.name },
    { href: to("kaart", "", { wie: who.id }), text: t("analysis.onMap"), about: who.name },
  ];
}

/** The name as text, where it leads nowhere. */
export const nameOf = (who: Somebody): string => (here.coordinates ? "" : who.name);
