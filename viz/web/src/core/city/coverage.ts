import type { Area, Coverage, Measure, OfTheme, Told } from "./types.ts";

type Cell = Coverage["cells"][number];

/** What is told of each area: of one theme, or of all together. An area of which nothing is told is left out. */
export function told(areas: readonly Area[], coverage: Coverage, theme: string | null): readonly Told[] {
  const row = theme === null ? -1 : coverage.themes.findIndex(({ id }) => id === theme);
  const areaOf = new Map(areas.map((area) => [area.id, area]));
  const short = shortages(coverage);
  return coverage.cells.flatMap((cell) => {
    const place = coverage.places[cell.place];
    if (cell.theme !== row || !place) return [];
    const area = areaOf.get(place.id) ?? nowhere(place.id, place.label.nl);
    return [{ area, ...counts(cell), ...(row < 0 && { gap: short.get(cell.place) ?? null }) }];
  });
}

/** What is told of each theme in an area; what is most wanted first, then where most people are. */
export function themesOf(coverage: Coverage, area: string): readonly OfTheme[] {
  const place = coverage.places.findIndex(({ id }) => id === area);
  return coverage.cells
    .flatMap((cell) => {
      const theme = coverage.themes[cell.theme];
      if (cell.place !== place || !theme || place < 0) return [];
      return [{ id: theme.id, nl: theme.label.nl, en: theme.label.en, ...counts(cell) }];
    })
    .filter(({ people, requests, gap }) => (people ?? 0) + (requests ?? 0) + (gap ?? 0) > 0)
    .sort((one, other) => high(other.gap) - high(one.gap) || high(other.requests) - high(one.requests) || high(other.people) - high(one.people));
}

/** Whether some count of an area may not be told. A gap that is not told is another thing: nothing can be said of it. */
export function hidden({ people, requests, answered }: Pick<Told, "people" | "requests" | "answered">): boolean {
  return people === null || requests === null || answered === null;
}

const high = (value: number | null) => value ?? -1;

const counts = ({ people, open_requests, answered_requests, gap }: Cell) => ({
  people,
  requests: open_requests,
  answered: answered_requests,
  gap,
});

const nowhere = (id: string, name: string): Area => ({ id, name, district: null, latitude: null, longitude: null, outline: null });

/** How many themes are short of people in each place; nothing is said where none of them is told. */
function shortages(coverage: Coverage): ReadonlyMap<number, number> {
  const short = new Map<number, number>();
  for (const { theme, place, gap } of coverage.cells)
    if (theme >= 0 && gap !== null) short.set(place, (short.get(place) ?? 0) + Number(gap > 0));
  return short;
}

export const STEPS = 5;

/** The step of colour for a value: 0 for nothing, then by equal parts of those that have any. */
export function step(value: number | null, all: readonly (number | null)[]): number {
  if (value === null || value === 0) return 0;
  const some = all.filter((each): each is number => each !== null && each > 0).sort((one, other) => one - other);
  const below = some.filter((each) => each <= value).length;
  return Math.max(1, Math.ceil((below / some.length) * (STEPS - 1)));
}

/** The least and the most of each step that any value is in. */
export function ranges(all: readonly (number | null)[]): readonly { readonly step: number; readonly least: number; readonly most: number }[] {
  const found = new Map<number, { least: number; most: number }>();
  for (const value of all) {
    if (value === null) continue;
    const at = step(value, all);
    const { least, most } = found.get(at) ?? { least: value, most: value };
    found.set(at, { least: Math.min(least, value), most: Math.max(most, value) });
  }
  return [...found].map(([at, range]) => ({ step: at, ...range })).sort((one, other) => one.step - other.step);
}

export const ORDERS = ["name", "district", "people", "requests", "answered", "gap"] as const;
export type Order = (typeof ORDERS)[number];

/** Rows in an order: text upwards, numbers from most to least, what is not told last. */
export function ordered(rows: readonly Told[], by: Order, language: string): readonly Told[] {
  const name = (one: Told, other: Told) => one.area.name.localeCompare(other.area.name, language);
  return [...rows].sort((one, other) =>
    by === "name" || by === "district"
      ? (by === "district" ? (one.area.district ?? "").localeCompare(other.area.district ?? "", language) : 0) || name(one, other)
      : high(other[by]) - high(one[by]) || name(one, other),
  );
}

/** A measure by the word that stands for it in an address. */
export const MEASURE: Readonly<Record<string, Measure>> = { "": "people", vragen: "requests", gat: "gap" };
