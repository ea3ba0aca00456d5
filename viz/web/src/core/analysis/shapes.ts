import { type Bridging, type Coverage, type Figure, SECTORS, type Suggestions, type Trends } from "./types.ts";

/** Sectors in the order in which the API tells of them; one that is not known comes last. */
const order = (sector: string | null) => {
  const at = SECTORS.findIndex((each) => each === sector);
  return at < 0 ? SECTORS.length : at;
};

/** Ties between two sectors beside what chance makes of them: 1 is as many, 0.5 half as many. */
export interface Ratio {
  readonly one: string;
  readonly other: string;
  readonly ties: Figure;
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Pairs of sectors, those with fewest ties beside chance first; what is not told comes last. */
export function ratios(pairs: Bridging["pairs"]): readonly Ratio[] {
  const found = pairs.map(({ one, other, ties }): Ratio => {
    const by = (value: number | null) => (value !== null && ties.expected !== null && ties.expected > 0 ? value / ties.expected : null);
    return { one, other, ties, ratio: ties.hidden ? null : by(ties.value), low: by(ties.expected_low), high: by(ties.expected_high) };
  });
  return found.sort((one, other) => (one.ratio ?? Infinity) - (other.ratio ?? Infinity));
}

export const MEASURES = ["gap", "people", "open_requests", "answered_requests"] as const;
export type Measure = (typeof MEASURES)[number];

interface Grid {
  readonly themes: readonly number[];
  readonly places: readonly number[];
  /** By theme, then by place; `null` is not told. */
  readonly values: readonly (readonly (number | null)[])[];
}

/** The themes and places where most is of what is asked, at most so many of each, in the order of the answer. */
export function grid(of: Coverage, measure: Measure, most: { readonly themes: number; readonly places: number }): Grid {
  const inner = of.cells.filter((cell) => cell.theme >= 0 && cell.place >= 0);
  const sum = (by: "theme" | "place") => {
    const total = new Map<number, number>();
    for (const cell of inner) if ((cell[measure] ?? 0) > 0) total.set(cell[by], (total.get(cell[by]) ?? 0) + (cell[measure] ?? 0));
    return total;
  };
  const first = (total: ReadonlyMap<number, number>, count: number) =>
    [...total]
      .sort((one, other) => other[1] - one[1] || one[0] - other[0])
      .slice(0, count)
      .map(([at]) => at)
      .sort((one, other) => one - other);
  const [themes, places] = [first(sum("theme"), most.themes), first(sum("place"), most.places)];
  const value = new Map(inner.map((cell) => [`${String(cell.theme)} ${String(cell.place)}`, cell[measure]]));
  return { themes, places, values: themes.map((theme) => places.map((place) => value.get(`${String(theme)} ${String(place)}`) ?? null)) };
}

/** The measure to begin with: what is missing, or where that is not told anywhere, who there is. */
export function firstMeasure(of: Coverage): Measure {
  return of.cells.some((cell) => cell.theme >= 0 && cell.place >= 0 && (cell.gap ?? 0) > 0) ? "gap" : "people";
}

/** How many suggestions would join each two sectors, most first. */
export function joined(suggestions: Suggestions["suggestions"]): readonly { readonly one: string | null; readonly other: string | null; readonly count: number; readonly gain: number }[] {
  const found = new Map<string, { one: string | null; other: string | null; count: number; gain: number }>();
  for (const each of suggestions) {
    const [one = null, other = null] = [each.one.sector, each.other.sector].sort((a, b) => order(a) - order(b));
    const key = `${String(one)} ${String(other)}`;
    const pair = found.get(key) ?? { one, other, count: 0, gain: 0 };
    found.set(key, { ...pair, count: pair.count + 1, gain: Math.max(pair.gain, each.gain) });
  }
  return [...found.values()].sort((one, other) => other.count - one.count || other.gain - one.gain);
}

/** One figure over the days of a trend, and as it was kept at the time. */
export interface Growth {
  readonly name: string;
  readonly label: Figure["label"];
  readonly known: readonly { readonly day: string; readonly figure: Figure }[];
  readonly kept: readonly { readonly day: string; readonly figure: Figure }[];
}

/** The figures of a trend that are told on some day. */
export function growth(of: Pick<Trends, "points" | "measured">): readonly Growth[] {
  const names = of.points.at(-1)?.figures ?? [];
  return names
    .map(({ name, label }): Growth => ({
      name,
      label,
      known: of.points.flatMap(({ as_of, figures }) => figures.filter((each) => each.name === name).map((figure) => ({ day: as_of, figure }))),
      kept: of.measured.flatMap(({ as_of, figures }) => figures.filter((each) => each.name === name).map((figure) => ({ day: as_of, figure }))),
    }))
    .filter(({ known }) => known.some(({ figure }) => figure.value !== null));
}

/** Years and part of a year, so that days stand where they belong on a line. */
export function year(day: string): number {
  const [whole = 0, month = 1, date = 1] = day.split("-").map(Number);
  const length = (Date.UTC(whole + 1, 0, 1) - Date.UTC(whole, 0, 1)) / 86_400_000;
  return whole + (Date.UTC(whole, month - 1, date) - Date.UTC(whole, 0, 1)) / 86_400_000 / length;
}
