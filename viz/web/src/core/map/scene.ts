/** What of a network is drawn, how large and in which colour. */

import type { Point } from "./camera.ts";
import type { Circle, Field, Filter, Lit, MapNode, Network, Scene, Size } from "./types.ts";

/** Colours of the palette; the last is for all values that have none of their own. */
export const COLOURS = 8;
export const HIDDEN = 255;
const LEAST = 2.5;
const MORE = 9;

/** Draw the nodes that are left, coloured by a field and as large as a measure says. */
export function scene(
  found: Network,
  shown: readonly MapNode[],
  filter: Filter,
  colouring: Field,
  legend: readonly string[],
  sizing: Size | null,
): Scene {
  const colour = new Uint8Array(found.nodes.length).fill(HIDDEN);
  const radius = new Float32Array(found.nodes.length);
  const place = new Map(legend.map((value, at) => [value, at]));
  let most = 1e-9;
  for (const node of found.nodes) most = Math.max(most, (sizing && node.sizes[sizing]) ?? 0);
  for (const node of shown) {
    const own = legend.length > 0 ? node.of[colouring].find((value) => place.has(value)) : undefined;
    colour[node.at] = own === undefined ? COLOURS - 1 : (place.get(own) ?? COLOURS - 1);
    radius[node.at] = LEAST + MORE * Math.sqrt(((sizing && node.sizes[sizing]) ?? 0) / most);
  }
  return {
    order: shown.map(({ at }) => at).sort((one, other) => (radius[other] ?? 0) - (radius[one] ?? 0) || one - other),
    colour,
    radius,
    onPlane: false,
    ...joined(found, edgesLeft(found, shown, filter)),
  };
}

/** Draw communities as discs. */
export function sceneOfCircles(found: Network, circles: readonly Circle[]): Scene {
  return {
    order: circles.map((_, at) => at),
    colour: new Uint8Array(circles.length),
    radius: Float32Array.from(circles, ({ radius }) => radius),
    onPlane: true,
    ...joined(found, found.edges.map((_, at) => at)),
  };
}

function joined(found: Network, edges: readonly number[]): Pick<Scene, "edges" | "joins"> {
  const joins = new Uint8Array(found.edges.length);
  for (const at of edges) joins[at] = 1;
  return { edges, joins };
}

/** Points between which some nodes lie as they are drawn. */
export function extent(found: Network, drawn: Scene, nodes: readonly number[]): readonly Point[] {
  return nodes.flatMap((at) => {
    const node = found.nodes[at];
    if (!node) return [];
    const wide = drawn.onPlane ? (drawn.radius[at] ?? 0) : 0;
    return wide === 0 ? [node] : [{ x: node.x - wide, y: node.y - wide }, { x: node.x + wide, y: node.y + wide }];
  });
}

/** The edges between nodes that are left, of the years that are wanted. */
export function edgesLeft(found: Network, shown: readonly MapNode[], filter: Filter): readonly number[] {
  const kept = new Uint8Array(found.nodes.length);
  for (const { at } of shown) kept[at] = 1;
  const years = filter.year && filter.year.length > 0 ? new Set(filter.year) : null;
  const left: number[] = [];
  found.edges.forEach(({ from, to, year }, at) => {
    if (kept[from] === 1 && kept[to] === 1 && (years === null || (year !== null && years.has(year)))) left.push(at);
  });
  return left;
}

/** A node, what is next to it, and what joins them, as far as that is drawn. */
export function nextTo(found: Network, drawn: Scene, at: number): Lit {
  const nodes = new Set([at]);
  const edges = new Set<number>();
  for (const place of found.edgesOf[at] ?? []) {
    const edge = found.edges[place];
    if (!edge || drawn.joins[place] !== 1) continue;
    nodes.add(edge.from).add(edge.to);
    edges.add(place);
  }
  return { nodes, edges };
}

/** What routes pass: people by their ids, in order. */
export function along(found: Network, routes: readonly (readonly string[])[]): Lit | null {
  const places = new Map(found.nodes.map(({ id, at }) => [id, at]));
  const nodes = new Set<number>();
  const edges = new Set<number>();
  for (const ids of routes) {
    const on = ids.flatMap((id) => places.get(id) ?? []);
    on.forEach((at, n) => {
      nodes.add(at);
      const next = on[n + 1];
      for (const place of found.edgesOf[at] ?? []) {
        const edge = found.edges[place];
        if (edge?.kind === "tie" && next !== undefined && (edge.from === next || edge.to === next)) edges.add(place);
      }
    });
  }
  return nodes.size > 0 ? { nodes, edges } : null;
}
