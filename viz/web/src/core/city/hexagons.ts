import type { Area, Cell, Point } from "./types.ts";

const ROW = Math.sqrt(3) / 2;
const SWAPS = 12;

const far = (one: Point, other: Point) => (one.x - other.x) ** 2 + (one.y - other.y) ** 2;

/**
 * Give each neighbourhood a hexagon of its own near where it lies, all of one size: harbours would otherwise fill half
 * of the picture, and small neighbourhoods could not be hit. The same neighbourhoods always get the same places.
 */
export function cells(areas: readonly Area[]): readonly Cell[] {
  const known = areas
    .filter(({ latitude, longitude }) => latitude !== null && longitude !== null)
    .sort((one, other) => one.id.localeCompare(other.id));
  if (known.length === 0) return [];
  const middle = known.reduce((sum, { latitude }) => sum + (latitude ?? 0), 0) / known.length;
  const flat = known.map(({ latitude, longitude }) => ({
    x: (longitude ?? 0) * Math.cos((middle * Math.PI) / 180),
    y: -(latitude ?? 0),
  }));
  const points = ranked(flat);
  const grid = lattice(known.length);

  // Those in the thick of it choose first: they have the fewest other places to go.
  const centre = { x: 0, y: 0 };
  const order = points.map((_, at) => at).sort((one, other) => far(points[one] ?? centre, centre) - far(points[other] ?? centre, centre) || one - other);
  const free = new Set(grid.map((_, at) => at));
  const placed = new Map<number, number>();
  for (const at of order) {
    const point = points[at] ?? centre;
    let best = -1;
    for (const cell of free) if (best < 0 || far(grid[cell] ?? centre, point) < far(grid[best] ?? centre, point)) best = cell;
    free.delete(best);
    placed.set(at, best);
  }
  // Two that are better off in each other's place change it.
  for (let round = 0; round < SWAPS; round += 1) {
    let changed = false;
    for (const one of order)
      for (const other of order) {
        const [a, b] = [points[one] ?? centre, points[other] ?? centre];
        const [p, q] = [grid[placed.get(one) ?? 0] ?? centre, grid[placed.get(other) ?? 0] ?? centre];
        if (far(a, q) + far(b, p) < far(a, p) + far(b, q) - 1e-9) {
          const kept = placed.get(one) ?? 0;
          placed.set(one, placed.get(other) ?? 0);
          placed.set(other, kept);
          changed = true;
        }
      }
    if (!changed) break;
  }
  return known.map((area, at) => ({ area, ...(grid[placed.get(at) ?? 0] ?? centre) }));
}

/** Points by their rank in either direction, half and half with where they are: far ones come nearer, near ones apart. */
function ranked(points: readonly Point[]): readonly Point[] {
  const side = Math.sqrt(points.length);
  const along = (of: (point: Point) => number) => {
    const values = points.map(of);
    const sorted = [...values].sort((one, other) => one - other);
    const least = sorted[0] ?? 0;
    const width = (sorted.at(-1) ?? 1) - least || 1;
    return values.map((value) => ((sorted.indexOf(value) + 0.5) / values.length + (value - least) / width - 1) * 0.5);
  };
  const xs = along(({ x }) => x);
  const ys = along(({ y }) => y);
  return points.map((_, at) => ({ x: (xs[at] ?? 0) * side * 1.15, y: (ys[at] ?? 0) * side * 1.15 }));
}

/** The middles of hexagons around the centre, some more than are needed. */
function lattice(count: number): readonly Point[] {
  const reach = Math.ceil(Math.sqrt(count)) + 1;
  const found: Point[] = [];
  for (let row = -reach; row <= reach; row += 1)
    for (let column = -reach; column <= reach; column += 1)
      found.push({ x: column + (row % 2 === 0 ? 0 : 0.5), y: row * ROW });
  return found
    .sort((one, other) => far(one, { x: 0, y: 0 }) - far(other, { x: 0, y: 0 }) || one.y - other.y || one.x - other.x)
    .slice(0, Math.ceil(count * 1.35));
}
