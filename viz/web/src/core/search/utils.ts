import type { Route } from "../route/index.ts";
import { type Found, type Kind, KINDS } from "./types.ts";

export function kindOf(found: Pick<Found, "kind">): Kind {
  return KINDS.find((kind) => kind === found.kind) ?? "theme";
}

/** The people among what was found who share their name with another. */
export function namesakes<T extends Pick<Found, "kind" | "name">>(found: readonly T[]): readonly T[] {
  const people = found.filter(({ kind }) => kind === "person");
  return people.filter((one) => people.some((other) => other !== one && other.name === one.name));
}

/** Where what was found can be looked at, by somebody who may or may not read records. */
export function leadsTo(found: Pick<Found, "kind" | "id">, records: boolean): Route {
  const at = (place: Route["place"], of: string, query: Route["query"] = {}): Route => ({ place, of, query });
  switch (kindOf(found)) {
    case "person":
      return records ? at("mensen", found.id) : at("pad", "", { naar: found.id });
    case "organisation":
      return at("organisaties", found.id);
    case "initiative":
      return at("initiatieven", found.id);
    case "request":
      return at("vragen", found.id);
    case "talent":
      return at(records ? "mensen" : "organisaties", "", { talent: found.id });
    case "neighbourhood":
      return at(records ? "mensen" : "organisaties", "", { wijk: found.id });
    case "theme":
      return at(records ? "mensen" : "organisaties", "", { thema: found.id });
  }
}

/** The next option under the arrow keys, round and round; -1 is the field itself. */
export function moved(active: number, by: 1 | -1, count: number): number {
  if (count === 0) return -1;
  const next = active + by;
  return next < -1 ? count - 1 : next >= count ? -1 : next;
}

export interface Group<T> {
  readonly name: string;
  /** Each with its place in the whole list. */
  readonly those: readonly { readonly one: T; readonly at: number }[];
}

/** What was found under headings, in the order in which they first occur; what has no heading stands last. */
export function grouped<T extends { readonly group?: string }>(found: readonly T[]): readonly Group<T>[] {
  const names = [...new Set(found.flatMap(({ group }) => (group === undefined ? [] : [group]))), ""];
  let before = 0;
  return names.flatMap((name) => {
    const those = found.filter(({ group = "" }) => group === name).map((one) => ({ one, at: before++ }));
    return those.length > 0 ? [{ name, those }] : [];
  });
}
