import { cells } from "./hexagons.ts";
import type { Area, Box, Plan, Point, Shape } from "./types.ts";

const RADIUS = 1 / Math.sqrt(3);
const MARGIN = 0.04;
/** An outline so many times as large as the middle one is a harbour or a polder, and does not decide what is shown first. */
const LARGE = 6;

function boxOf(points: readonly Point[], margin: number): Box {
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
  return { left: left - margin, top: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}

/** The corners of a hexagon with a point on top, around a middle. */
export function corners({ x, y }: Point): readonly Point[] {
  return [0, 1, 2, 3, 4, 5].map((corner) => {
    const angle = (Math.PI / 3) * corner + Math.PI / 6;
    return { x: x + RADIUS * Math.cos(angle), y: y + RADIUS * Math.sin(angle) };
  });
}

/** Every area that lies somewhere as a hexagon of one size. */
export function hexagons(areas: readonly Area[]): Plan | null {
  const shapes = cells(areas).map(({ area, x, y }): Shape => ({ area, x, y, rings: [corners({ x, y })], room: { width: 0.9, height: 0.8 } }));
  if (shapes.length === 0) return null;
  const box = boxOf(shapes.flatMap(({ rings }) => rings.flat()), MARGIN);
  return { shapes, box, dense: box, borders: borders(shapes) };
}

/** Every area that has an outline, as it lies; a unit is a kilometre. */
export function outlines(areas: readonly Area[]): Plan | null {
  const known = areas.filter(({ outline, latitude, longitude }) => outline !== null && latitude !== null && longitude !== null);
  if (known.length === 0) return null;
  const middle = known.reduce((sum, { latitude }) => sum + (latitude ?? 0), 0) / known.length;
  const wide = Math.cos((middle * Math.PI) / 180) * 111.32;
  const at = (longitude: number, latitude: number): Point => ({ x: longitude * wide, y: -latitude * 111.32 });
  const shapes = known.map((area): Shape => {
    const rings = (area.outline ?? []).flat().map((ring) => ring.map(([longitude = 0, latitude = 0]) => at(longitude, latitude)));
    const point = at(area.longitude ?? 0, area.latitude ?? 0);
    return { area, ...point, rings, room: room(point, rings) };
  });
  const sizes = shapes.map(({ rings }) => boxOf(rings.flat(), 0)).map(({ width, height }) => width * height);
  const usual = [...sizes].sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;
  const near = shapes.filter((_, n) => (sizes[n] ?? 0) <= usual * LARGE);
  const all = (those: readonly Shape[]) => those.flatMap(({ rings }) => rings.flat());
  const box = boxOf(all(shapes), MARGIN);
  return { shapes, box, dense: near.length > 0 ? boxOf(all(near), MARGIN) : box, borders: borders(shapes) };
}

/** How far one can write to either side of a point, and above and below it, inside what is around it. */
function room(point: Point, rings: readonly (readonly Point[])[]): { width: number; height: number } {
  let [side, up] = [Infinity, Infinity];
  for (const ring of rings)
    ring.forEach((from, n) => {
      const to = ring[n + 1];
      if (!to) return;
      if (from.y > point.y !== to.y > point.y) side = Math.min(side, Math.abs(from.x + ((point.y - from.y) / (to.y - from.y)) * (to.x - from.x) - point.x));
      if (from.x > point.x !== to.x > point.x) up = Math.min(up, Math.abs(from.y + ((point.x - from.x) / (to.x - from.x)) * (to.y - from.y) - point.y));
    });
  return { width: Number.isFinite(side) ? 2 * side : 0, height: Number.isFinite(up) ? 2 * up : 0 };
}

/** The lines with another district, or none, at the other side; where there is one district there are none. */
function borders(shapes: readonly Shape[]): readonly (readonly [Point, Point])[] {
  if (new Set(shapes.map(({ area }) => area.district)).size < 2) return [];
  const place = ({ x, y }: Point) => `${String(Math.round(x * 1e4))} ${String(Math.round(y * 1e4))}`;
  const found = new Map<string, { line: readonly [Point, Point]; districts: Set<string | null>; times: number }>();
  for (const { area, rings } of shapes)
    for (const ring of rings)
      ring.forEach((from, n) => {
        const to = ring[n + 1] ?? ring[0];
        if (!to || place(from) === place(to)) return;
        const key = [place(from), place(to)].sort().join(" ");
        const seen = found.get(key) ?? { line: [from, to] as const, districts: new Set(), times: 0 };
        seen.districts.add(area.district);
        seen.times += 1;
        found.set(key, seen);
      });
  return [...found.values()].filter(({ districts, times }) => districts.size > 1 || times === 1).map(({ line }) => line);
}
