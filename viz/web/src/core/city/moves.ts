import type { Direction, Point } from "./types.ts";

/** What an arrow key leads to: the nearest within 60 degrees of its direction. */
export function beside<T extends Point>(all: readonly T[], from: T, direction: Direction): T {
  const [dx, dy] = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[direction] as [number, number];
  let best = from;
  let least = Infinity;
  for (const cell of all) {
    const [x, y] = [cell.x - from.x, cell.y - from.y];
    const length = Math.hypot(x, y);
    const ahead = x * dx + y * dy;
    if (length > 0 && ahead / length >= 0.5 - 1e-9 && length * (2 - ahead / length) < least) {
      best = cell;
      least = length * (2 - ahead / length);
    }
  }
  return best;
}

/** All of them as they are read: from the top down, and from left to right. */
export function reading<T extends Point>(all: readonly T[]): readonly T[] {
  return [...all].sort((one, other) => one.y - other.y || one.x - other.x);
}

/** The one that comes some places after another as they are read; the first and the last are ends. */
export function onwards<T extends Point>(all: readonly T[], from: T, by: number): T {
  const order = reading(all);
  return order[Math.min(order.length - 1, Math.max(0, order.indexOf(from) + by))] ?? from;
}

/** The next of which the name begins with what was typed, after the one where somebody is. */
export function named<T extends { readonly area: { readonly name: string } }>(all: readonly T[], from: T, typed: string): T {
  const wanted = typed.toLowerCase();
  const names = [...all].sort((one, other) => one.area.name.localeCompare(other.area.name));
  const at = names.indexOf(from);
  const round = [...names.slice(at + (typed.length > 1 ? 0 : 1)), ...names.slice(0, at + 1)];
  return round.find(({ area }) => area.name.toLowerCase().startsWith(wanted)) ?? from;
}
