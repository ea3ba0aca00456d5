import { type Chosen, DISTRICT, type Place, type Words } from "./types.ts";

/** The neighbourhoods of each district that has more than one; a district of one is that neighbourhood. */
function districts(all: readonly Place[]): readonly (readonly [string, readonly Place[]])[] {
  const names = [...new Set(all.flatMap(({ district }) => (district === null ? [] : [district])))];
  return names
    .map((name) => [name, all.filter(({ district }) => district === name)] as const)
    .filter(([, inside]) => inside.length > 1);
}

/** What can still be chosen: districts of which something is left, and neighbourhoods. */
export function offered(all: readonly Place[], chosen: readonly Chosen[], words: Words): readonly Chosen[] {
  const taken = new Set(chosen.map(({ id }) => id));
  const left = all.filter(({ id }) => !taken.has(id));
  return [
    ...districts(all)
      .filter(([, inside]) => inside.some(({ id }) => !taken.has(id)))
      .map(([name, inside]) => ({ id: DISTRICT + name, name, note: words.note(inside.length) })),
    ...left.map(({ id, name, district }) => ({ id, name, ...(district !== null && { note: district }) })),
  ];
}

/** The neighbourhoods that were chosen, with each district of which all were as one, where its first stood. */
export function collapsed(all: readonly Place[], chosen: readonly Chosen[], words: Words): readonly Chosen[] {
  const taken = new Set(chosen.map(({ id }) => id));
  const whole = districts(all).filter(([, inside]) => inside.every(({ id }) => taken.has(id)));
  const shown = chosen.map((one) => {
    const found = whole.find(([, inside]) => inside.some(({ id }) => id === one.id));
    return found ? { id: DISTRICT + found[0], name: words.name(found[0], found[1].length) } : one;
  });
  return shown.filter(({ id }, at) => shown.findIndex((other) => other.id === id) === at);
}

/** The neighbourhoods that are meant, once each. */
export function spread(all: readonly Place[], chosen: readonly Chosen[]): readonly Chosen[] {
  const each = chosen.flatMap((one) =>
    one.id.startsWith(DISTRICT)
      ? all.filter(({ district }) => DISTRICT + String(district) === one.id).map(({ id, name }) => ({ id, name }))
      : [one],
  );
  return each.filter(({ id }, at) => each.findIndex((other) => other.id === id) === at);
}
