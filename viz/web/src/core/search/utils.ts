import type { Language } from "../language/index.ts";
import type { Route } from "../route/index.ts";
import { type Found, type Kind, KINDS } from "./types.ts";

export function kindOf(found: Pick<Found, "kind">): Kind {
  return KINDS.find((kind) => kind === found.kind) ?? "theme";
}

/** What is said beside each: its detail; their key too for people whom neither name nor detail tells apart. */
export function notes(
  found: readonly Pick<Found, "kind" | "id" | "key" | "name" | "detail">[],
  language: Language,
): ReadonlyMap<string, string> {
  const words = found.map((one) => ({ one, detail: one.detail?.[language] ?? "" }));
  const told = words.map(({ one, detail }) => {
    const alike = words.filter((other) => other.one.kind === "person" && other.one.name === one.name && other.detail === detail);
    const key = one.kind === "person" && alike.length > 1 ? one.key : "";
    return [one.id, [detail, key].filter((each) => each !== "").join(" · ")] as const;
  });
  return new Map(told.filter(([, note]) => note !== ""));
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
