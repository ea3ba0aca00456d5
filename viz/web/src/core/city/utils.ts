import type { MapNode } from "../map/index.ts";
import type { Area, Cell, Direction, Told } from "./types.ts";

const ROW = Math.sqrt(3) / 2;
const SWAPS = 12;

interface Point {
  readonly x: number;
  readonly y: number;
}

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

/** The corners of a hexagon with a point on top. */
export function corners({ x, y }: Point, size: number): string {
  const radius = size / Math.sqrt(3);
  return [0, 1, 2, 3, 4, 5]
    .map((corner) => {
      const angle = (Math.PI / 3) * corner + Math.PI / 6;
      return `${(x + radius * Math.cos(angle)).toFixed(3)},${(y + radius * Math.sin(angle)).toFixed(3)}`;
    })
    .join(" ");
}

/** The hexagon that an arrow key leads to: the nearest within 60 degrees of its direction. */
export function beside(all: readonly Cell[], from: Cell, direction: Direction): Cell {
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

/** How many of the people that are left on a map are active in each neighbourhood, and how many requests are open. */
export function told(
  areas: readonly Area[],
  nodes: readonly MapNode[],
  requests: readonly { readonly neighbourhoods: readonly { readonly id: string }[] }[] | null,
): readonly Told[] {
  // A name can be that of several neighbourhoods; with its district it is one.
  const place = (name: string, district: string) => `${name}\n${district}`;
  const counted = new Map<string, number>();
  for (const node of nodes)
    if (node.kind === "person")
      for (const name of node.of.neighbourhood) {
        const key = place(name, node.of.district[0] ?? "");
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
  const given = new Map(nodes.filter(({ kind }) => kind === "neighbourhood").map((node) => [node.id, node.sizes.size]));
  return areas.map((area) => ({
    area,
    people: given.size > 0 ? (given.get(area.id) ?? null) : (counted.get(place(area.name, area.district ?? "")) ?? 0),
    requests: requests && requests.filter(({ neighbourhoods }) => neighbourhoods.some(({ id }) => id === area.id)).length,
  }));
}

export const STEPS = 5;

/** The step of colour for a value: 0 for nothing, then by equal parts of those that have any. */
export function step(value: number | null, all: readonly (number | null)[]): number {
  if (value === null || value === 0) return 0;
  const some = all.filter((each): each is number => each !== null && each > 0).sort((one, other) => one - other);
  const below = some.filter((each) => each <= value).length;
  return Math.max(1, Math.ceil((below / some.length) * (STEPS - 1)));
}
