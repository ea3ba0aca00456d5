import type { Field, Filter, Network } from "./types.ts";
import { FIELDS } from "./types.ts";

/** What of a filter does not hold on a map: nothing has the field, nothing has the value, or only people are without it. */
export interface Failing {
  readonly field: Field;
  readonly value: string;
  readonly why: "field" | "value" | "people";
}

/**
 * A link carries filters of whoever made it; another may not be told by what they filter.  What leaves nobody, or takes
 * away all people because of them nothing is told here, is named, so that it does not read as "there is nobody".
 */
export function failing(found: Network, filter: Filter): readonly Failing[] {
  return FIELDS.flatMap((field) => {
    const wanted = filter[field] ?? [];
    if (wanted.length === 0 || found.nodes.length === 0) return [];
    const known = new Set(found.nodes.flatMap(({ of }) => of[field]));
    if (known.size === 0) return wanted.map((value): Failing => ({ field, value, why: "field" }));
    const people = found.nodes.filter(({ kind }) => kind === "person");
    const untold = people.length > 0 && people.every(({ of }) => of[field].length === 0);
    return wanted.flatMap((value): readonly Failing[] =>
      !known.has(value) ? [{ field, value, why: "value" }] : untold ? [{ field, value, why: "people" }] : [],
    );
  });
}
