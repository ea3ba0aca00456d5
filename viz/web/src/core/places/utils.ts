import type { Called, Lying } from "./types.ts";

/** Several of one name are told apart by their district, as the server does; also once one is chosen. */
export function called(places: readonly Lying[]): readonly Called[] {
  const [once, more] = [new Set<string>(), new Set<string>()];
  for (const { name } of places) (once.has(name) ? more : once).add(name);
  return places.map(({ id, name, district }) => {
    if (district === null) return { id, name };
    return more.has(name) ? { id, name: `${name} (${district})` } : { id, name, note: district };
  });
}
