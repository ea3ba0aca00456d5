import type { Mapping, Refusal, Report, RowPlace } from "./types.ts";
import { withValue } from "./utils.ts";

/** Something that is refused, and what is refused only because of it. */
export interface Cause {
  readonly refusal: Refusal;
  readonly follow: readonly Refusal[];
}

/** Refusals of one column of which Ploeg knows what was meant. */
export interface Kind {
  readonly table: string;
  readonly column: string;
  readonly header: string;
  readonly refusals: readonly Refusal[];
}

const at = ({ file, sheet, row }: RowPlace): string => JSON.stringify([file, sheet, row]);

/** What is refused by itself, in its order, each with all that follows from its row. */
export function causes(refusals: readonly Refusal[]): readonly Cause[] {
  const first = new Map<string, Refusal>();
  for (const refusal of refusals) if (!first.has(at(refusal))) first.set(at(refusal), refusal);
  const follow = new Map<Refusal, Refusal[]>();
  const found: Refusal[] = [];
  for (const refusal of refusals) {
    const root = rootOf(refusal, refusals, first);
    if (root === null) found.push(refusal);
    else follow.set(root, [...(follow.get(root) ?? []), refusal]);
  }
  return found.map((refusal) => ({ refusal, follow: follow.get(refusal) ?? [] }));
}

/** What a refusal follows from in the end; null where from nothing that is told. */
function rootOf(refusal: Refusal, all: readonly Refusal[], first: ReadonlyMap<string, Refusal>): Refusal | null {
  const seen = new Set<Refusal>();
  let here = refusal;
  while (here.cause !== null && !seen.has(here)) {
    seen.add(here);
    const before = first.get(at(here.cause));
    if (before === undefined) break;
    const place = at(before);
    // A row that is wrong by itself too is the cause, whatever else it follows from; below all that is wrong in it.
    here = all.findLast((each) => at(each) === place && each.cause === null) ?? before;
  }
  return here === refusal || here.cause !== null ? null : here;
}

/** Table and column of a refusal, by their English names; null where it is about no cell of a known column. */
export function columnOfRefusal(report: Report, refusal: Refusal): { table: string; column: string } | null {
  const sheet = report.sheets.find(({ file, sheet: name }) => file === refusal.file && name === refusal.sheet);
  const column = sheet?.columns.find(({ header }) => header === refusal.column)?.column;
  return sheet?.table && column ? { table: sheet.table, column } : null;
}

/** A mapping in which the nearest is taken over for some refusals, as far as it is certain. */
export function takenOver(mapping: Mapping, report: Report, refusals: readonly Refusal[]): Mapping {
  let found = mapping;
  for (const refusal of refusals) {
    const place = columnOfRefusal(report, refusal);
    if (place !== null && canTake(refusal))
      found = withValue(found, place.table, place.column, refusal.value ?? "", refusal.nearest ?? "");
  }
  return found;
}

/** Whether what was meant is certain, so that one press takes it over. */
export const canTake = (refusal: Refusal): boolean => refusal.certain && refusal.value !== null && refusal.nearest !== null;

/** Refusals to take over together: those of one column, where there are several. */
export function kinds(report: Report): readonly Kind[] {
  const found = new Map<string, Kind>();
  for (const refusal of report.refusals) {
    const place = columnOfRefusal(report, refusal);
    if (place === null || !canTake(refusal)) continue;
    const key = `${place.table} ${place.column}`;
    const before = found.get(key);
    found.set(key, { ...place, header: before?.header ?? refusal.column ?? "", refusals: [...(before?.refusals ?? []), refusal] });
  }
  return [...found.values()].filter(({ refusals }) => refusals.length > 1);
}
