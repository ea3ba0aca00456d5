import type { Answer, Figure, Measurement } from "./types.ts";

/** One figure in two measurements. */
export interface Held {
  readonly name: string;
  readonly label: Figure["label"];
  readonly first: Figure | null;
  readonly second: Figure | null;
  readonly difference: number | null;
  /** Whether their intervals have nothing in common; `null` where one has none. */
  readonly apart: boolean | null;
}

/** What can be held against one another: a measurement, or an answer of now. */
export type Side = Pick<Measurement | Answer, "as_of" | "people" | "figures" | "basis">;

/** The figures of two, beside each other, in the order of the second. */
export function held(first: Side, second: Side): readonly Held[] {
  const of = (side: Side, name: string) => side.figures.find((each) => each.name === name) ?? null;
  const names = [...new Set([...second.figures, ...first.figures].map(({ name }) => name))];
  return names.map((name) => {
    const [one, other] = [of(first, name), of(second, name)];
    const known = one?.value !== null && one?.value !== undefined && other?.value !== null && other?.value !== undefined;
    return {
      name,
      label: (other ?? one)?.label ?? { nl: name, en: name },
      first: one,
      second: other,
      difference: known ? (other.value ?? 0) - (one.value ?? 0) : null,
      apart: one && other ? apart(one, other) : null,
    };
  });
}

function apart(one: Figure, other: Figure): boolean | null {
  if (one.low === null || one.high === null || other.low === null || other.high === null) return null;
  return one.high < other.low || other.high < one.low;
}

/** Two that were chosen; the oldest is let go where a third comes. */
export function picked(before: readonly string[], id: string): readonly string[] {
  return before.includes(id) ? before.filter((each) => each !== id) : [...before, id].slice(-2);
}
