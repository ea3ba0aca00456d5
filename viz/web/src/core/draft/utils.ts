import type { Draft, Fields } from "./types.ts";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The fields that are not as they were. */
export function touched<T extends Draft>(before: T, after: T): Fields<T> {
  return (Object.keys(after) as (keyof T & string)[]).filter((name) => !same(before[name], after[name]));
}

/** What somebody typed, on what is kept now: what they left alone becomes what it is now, what they typed stays. */
export function rebased<T extends Draft>(before: T, mine: T, theirs: T): T {
  const kept = Object.fromEntries(touched(before, mine).map((name) => [name, mine[name]])) as Partial<T>;
  return { ...theirs, ...kept };
}
