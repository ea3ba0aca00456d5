/** Which node is under the mouse, without looking at all of them. */

import type { MapNode, Scene } from "./types.ts";
import type { Point } from "./camera.ts";

const SIDE = 65_536;
const CELLS = 128;
const WIDE = SIDE / CELLS;

export interface Finder {
  /** The node that lies at a place of the plane, or the nearest one within a distance; all on the plane. */
  at(place: Point, within: number, radius: (node: number) => number): number | null;
}

/** Sort the nodes that are shown into squares. */
export function finder(nodes: readonly MapNode[], scene: Scene): Finder {
  const squares = new Map<number, number[]>();
  const square = (x: number, y: number) => Math.floor(y / WIDE) * CELLS + Math.floor(x / WIDE);
  let largest = 0;
  for (const at of scene.order) {
    const node = nodes[at];
    if (!node) continue;
    largest = Math.max(largest, scene.radius[at] ?? 0);
    const key = square(node.x, node.y);
    const held = squares.get(key);
    if (held) held.push(at);
    else squares.set(key, [at]);
  }
  const inSquare = (column: number, row: number): readonly number[] =>
    column < 0 || row < 0 || column >= CELLS || row >= CELLS ? [] : (squares.get(row * CELLS + column) ?? []);

  return {
    at({ x, y }, within, radius) {
      const reach = scene.onPlane ? Math.max(within, largest) : within;
      let found: number | null = null;
      let least = Infinity;
      for (let row = Math.floor((y - reach) / WIDE); row <= Math.floor((y + reach) / WIDE); row++)
        for (let column = Math.floor((x - reach) / WIDE); column <= Math.floor((x + reach) / WIDE); column++)
          for (const at of inSquare(column, row)) {
            const node = nodes[at];
            if (!node) continue;
            // How far outside of the node; of several under the mouse the one whose middle is nearest.
            const far = Math.hypot(node.x - x, node.y - y);
            const outside = far - radius(at);
            if (outside > (scene.onPlane ? 0 : within)) continue;
            const told = outside > 0 ? far + within : far;
            if (told < least) [found, least] = [at, told];
          }
      return found;
    },
  };
}
