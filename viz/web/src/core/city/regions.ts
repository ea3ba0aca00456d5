/** Where the names of districts are written: outside of the city where they can, and never over a number. */

import { touch, wide, type Written } from "./labels.ts";
import type { Point } from "./types.ts";

/** A hexagon in pixels, by its middle and how wide it is. */
export interface Hexagon extends Point {
  readonly wide: number;
}

/** A district with its hexagons: those that lie together, where it is in pieces. */
export interface District {
  readonly name: string;
  readonly own: readonly Hexagon[];
}

export interface Region extends Written {
  /** Stands on hexagons, so it has a ground of its own. */
  readonly ground: boolean;
  /** From the name to a hexagon of the district, where the name stands apart from it. */
  readonly lead: readonly [Point, Point] | null;
}

interface Rect extends Point {
  readonly wide: number;
  readonly high: number;
}

const GAP = 4;
/** Pixels to a hexagon of another district within which a name could be read as that one's. */
const NEAR = 10;
const AXES: readonly Point[] = [0, 60, 120, 90].map((degrees) => ({ x: Math.cos((degrees * Math.PI) / 180), y: Math.sin((degrees * Math.PI) / 180) }));
const TALL = 1 / Math.sqrt(3);

/** How wide and high a name is written, with the ground below it. */
export const boxed = (text: string, size: number) => ({ wide: wide(text) * size * 1.18 + 8, high: size * 1.25 });

/** How many pixels a rectangle and a hexagon with a point on top lie apart; below 0 they overlap. */
function between(rect: Rect, hexagon: Hexagon): number {
  return Math.max(
    ...AXES.map((axis, at) => {
      const reach = at === 3 ? hexagon.wide * TALL : hexagon.wide / 2;
      const middle = Math.abs((rect.x - hexagon.x) * axis.x + (rect.y - hexagon.y) * axis.y);
      return middle - reach - (Math.abs(axis.x) * rect.wide + Math.abs(axis.y) * rect.high) / 2;
    }),
  );
}

/** Places around a hexagon, so many pixels away: beside each corner and each side. */
function around(hexagon: Hexagon, size: { readonly wide: number; readonly high: number }, away: number): readonly Rect[] {
  return Array.from({ length: 12 }, (_, at) => {
    const angle = (at * Math.PI) / 6;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const far = (at % 2 === 0 ? 0.5 : TALL) * hexagon.wide + GAP + away;
    const side = (along: number) => (Math.abs(along) < 0.3 ? 0 : Math.sign(along));
    return { ...size, x: hexagon.x + x * far + (side(x) * size.wide) / 2, y: hexagon.y + y * far + (side(y) * size.high) / 2 };
  });
}

/**
 * The names of districts, the largest first, none over another, over a number or out of the picture.
 *
 * A name stands outside, beside its district; or a little farther, with a line to it; or, in the middle of the city,
 * between two rows of hexagons where no number is.  One that fits nowhere is left out.
 */
export function regions(
  districts: readonly District[],
  all: readonly Hexagon[],
  lines: readonly Written[],
  size: number,
  picture: { readonly width: number; readonly height: number },
): readonly Region[] {
  const found: Region[] = [];
  for (const { name, own } of districts) {
    const box = boxed(name, size);
    const others = all.filter(({ x, y }) => !own.some((each) => each.x === x && each.y === y));
    const middle = mean(own);
    const region = ({ x, y }: Point, ground: boolean, lead: Region["lead"] = null): Region => ({ text: name, x, y, size, ground, lead });
    const inside = ({ x, y }: Rect) =>
      x - box.wide / 2 >= 1 && x + box.wide / 2 <= picture.width - 1 && y - box.high / 2 >= 1 && y + box.high / 2 <= picture.height - 1;
    const free = (rect: Rect) => inside(rect) && !found.some((other) => crosses(rect, { ...other, ...boxed(other.text, other.size) }));
    const far = (rect: Point) => Math.hypot(rect.x - middle.x, rect.y - middle.y);
    const beside = (away: number) =>
      own.flatMap((each) => around(each, box, away)).filter((rect) => free(rect) && all.every((each) => between(rect, each) >= 1));
    const outside = (away: number) =>
      best(
        beside(away),
        (rect) => far(rect) + others.reduce((sum, each) => sum + Math.max(0, NEAR - between(rect, each)) * 4, 0),
      );
    // A line passes no number, and no more of another district than a corner.
    const leading = (away: number) =>
      best(
        beside(away).flatMap((rect) => {
          const to = best(own, (each) => Math.hypot(each.x - rect.x, each.y - rect.y));
          const line = to && lead(rect, to);
          return line && [...own, ...others].every((each) => each === to || passes(line, each) > each.wide * 0.36) ? [{ ...rect, line }] : [];
        }),
        ({ line: [from, to] }) => Math.hypot(from.x - to.x, from.y - to.y),
      );
    const close = outside(0);
    const apart = close ? null : (leading(1.6 * size) ?? leading(3.2 * size));
    const rows = own.flatMap(({ x, y, wide: across }) => [-1, 1].flatMap((down) => [0, -0.5, 0.5].map((right) => ({ ...box, x: x + right * across, y: y + down * across * 0.433 }))));
    const between_rows =
      close ?? apart
        ? null
        : best(
            rows.filter((rect) => free(rect) && !lines.some((line) => touch({ text: name, size: size * 1.15, x: rect.x, y: rect.y }, line))),
            (rect) => far(rect) + others.filter((each) => between(rect, each) < 0).length * rect.high * 2,
          );
    if (close) found.push(region(close, false));
    else if (apart) found.push(region(apart, false, apart.line));
    else if (between_rows) found.push(region(between_rows, true));
  }
  return found;
}

/** A line from the edge of a name to some way into a hexagon. */
function lead(from: Rect, to: Hexagon): readonly [Point, Point] {
  const start = { x: Math.max(from.x - from.wide / 2, Math.min(to.x, from.x + from.wide / 2)), y: from.y + (Math.sign(to.y - from.y) * from.high) / 2 };
  const length = Math.hypot(to.x - start.x, to.y - start.y) || 1;
  const stop = Math.max(0, length - to.wide * 0.42) / length;
  return [start, { x: start.x + (to.x - start.x) * stop, y: start.y + (to.y - start.y) * stop }];
}

/** How near a line comes to the middle of a hexagon. */
function passes([from, to]: readonly [Point, Point], { x, y }: Hexagon): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const share = Math.max(0, Math.min(1, ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
}

const crosses = (one: Rect, other: Rect) =>
  Math.abs(one.x - other.x) < (one.wide + other.wide) / 2 && Math.abs(one.y - other.y) < (one.high + other.high) / 2;

function best<T>(those: readonly T[], cost: (each: T) => number): T | null {
  let found: T | null = null;
  let least = Infinity;
  for (const each of those) {
    const told = cost(each);
    if (told < least) [found, least] = [each, told];
  }
  return found;
}

function mean(those: readonly Point[]): Point {
  const of = (along: (point: Point) => number) => those.reduce((sum, each) => sum + along(each), 0) / Math.max(1, those.length);
  return { x: of(({ x }) => x), y: of(({ y }) => y) };
}
