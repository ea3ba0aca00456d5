/** What one can pick from: themes, talents and neighbourhoods. Asked once, for they hardly change. */

import { called } from "./core/places";
import { all, answer, api } from "./api/client";
import type { components } from "./api/schema";
import type { Language } from "./core/language";

export type Concept = components["schemas"]["ConceptOut"];
export type Neighbourhood = components["schemas"]["PlaceOut"];

/** Something that can be chosen: its id, its name, and what tells it from others of that name. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  /** The heading it stands under in a list. */
  readonly group?: string;
}

const kept = new Map<string, Promise<readonly unknown[]>>();

function once<T>(name: string, ask: () => Promise<readonly T[]>): Promise<readonly T[]> {
  let asked = kept.get(name) as Promise<readonly T[]> | undefined;
  if (asked === undefined) {
    asked = ask();
    kept.set(name, asked);
    asked.catch(() => kept.delete(name));
  }
  return asked;
}

const page = (cursor: string) => ({ params: { query: { cursor, limit: 200 } } });

export const themes = () => once<Concept>("themes", () => all((cursor) => answer(api.GET("/v1/themes", page(cursor)))));
export const talents = () =>
  once<Concept>("talents", () => all((cursor) => answer(api.GET("/v1/talents", page(cursor)))));
export const neighbourhoods = () =>
  once<Neighbourhood>("neighbourhoods", () => all((cursor) => answer(api.GET("/v1/neighbourhoods", page(cursor)))));

export function conceptName(concept: Concept, language: Language): string {
  return (language === "en" ? concept.label_en : null) ?? concept.label_nl;
}

export type Field = "thema" | "talent" | "wijk";

/** Everything that can be chosen in a field. */
export async function choices(field: Field, language: Language): Promise<readonly Choice[]> {
  if (field === "wijk")
    return called(await neighbourhoods());
  const found = await (field === "thema" ? themes() : talents());
  return found
    .map((concept) => ({ id: concept.id, name: conceptName(concept, language) }))
    .sort((one, other) => one.name.localeCompare(other.name, language));
}

/** Letters without their marks, so that "Yilmaz" finds "Yılmaz". */
export function folded(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll("ı", "i").toLowerCase();
}

/** The choices that hold what was typed; those that begin with it come first. */
export function matching(found: readonly Choice[], text: string): readonly Choice[] {
  const wanted = folded(text.trim());
  if (wanted === "") return found;
  const at = found
    .map((choice) => ({ choice, place: folded(`${choice.name} ${choice.note ?? ""}`).indexOf(wanted) }))
    .filter(({ place }) => place >= 0);
  return at.sort((one, other) => Number(one.place > 0) - Number(other.place > 0)).map(({ choice }) => choice);
}
