/** Communities as discs: where they lie, and a network of them, for a map with more people than can be told apart. */

import { ends } from "./utils.ts";
import type { Circle, MapEdge, MapNode, Network } from "./types.ts";

/** People from which a map opens with its communities. */
export const MANY = 10_000;

/** Whether a map shows communities in place of their people: where it is asked, or there are too many to begin with. */
export function communitiesFirst(asked: string | undefined, shown: number, pointed: boolean): boolean {
  return asked === "kringen" || (asked !== "alles" && shown > MANY && !pointed);
}

/** Share of a community's people who lie in its disc. */
const WITHIN = 0.9;
/** Links between communities that are drawn; those of most ties. */
const LINKS = 2_000;

/** The communities that some nodes are of, the largest first. */
export function circles(nodes: readonly MapNode[]): readonly Circle[] {
  const members = new Map<number, MapNode[]>();
  for (const node of nodes) {
    const [community] = node.of.community;
    if (community === undefined || node.kind === "community") continue;
    const held = members.get(Number(community));
    if (held) held.push(node);
    else members.set(Number(community), [node]);
  }
  return [...members]
    .map(([community, held]) => {
      const x = held.reduce((sum, node) => sum + node.x, 0) / held.length;
      const y = held.reduce((sum, node) => sum + node.y, 0) / held.length;
      const far = held.map((node) => Math.hypot(node.x - x, node.y - y)).sort((one, other) => one - other);
      const radius = Math.max(far[Math.floor(WITHIN * (far.length - 1))] ?? 0, 150);
      const people = held.filter(({ kind }) => kind === "person").length;
      return { community, x, y, radius, people };
    })
    .sort((one, other) => other.people - one.people || one.community - other.community);
}

/** The id of a community on a map. */
export const communityId = (community: number): string => `community:${String(community + 1)}`;

/** The number of a community by its id. */
export function communityOf(id: string): number | null {
  const number = /^community:(\d+)$/.exec(id)?.[1];
  return number === undefined ? null : Number(number) - 1;
}

/** A network whose nodes are the communities of another one's nodes, with how many ties run between them. */
export function asCommunities(
  found: Network,
  nodes: readonly MapNode[],
  edges: readonly number[],
  name: (community: number) => string,
): { readonly network: Network; readonly circles: readonly Circle[] } {
  const all = circles(nodes);
  const place = new Map(all.map(({ community }, at) => [String(community), at]));
  const home = Int32Array.from(found.nodes, ({ of }) => place.get(of.community[0] ?? "") ?? -1);
  const counts = new Map<number, number>();
  for (const at of edges) {
    const edge = found.edges[at];
    if (edge?.kind !== "tie") continue;
    const [one = -1, other = -1] = [home[edge.from], home[edge.to]];
    if (one < 0 || other < 0 || one === other) continue;
    const key = Math.min(one, other) * all.length + Math.max(one, other);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const links = [...counts].sort((one, other) => other[1] - one[1]).slice(0, LINKS);
  const most = links[0]?.[1] ?? 1;
  const made: MapEdge[] = links.map(([key, count]) => ({
    from: Math.floor(key / all.length),
    to: key % all.length,
    kind: "between",
    weight: count / most,
    count,
    year: null,
  }));
  const none: readonly string[] = [];
  return {
    circles: all,
    network: {
      ...found,
      nodes: all.map((circle, at): MapNode => ({
        at,
        id: communityId(circle.community),
        label: name(circle.community),
        kind: "community",
        x: circle.x,
        y: circle.y,
        of: {
          kind: ["community"], community: [String(circle.community)],
          sector: none, theme: none, talent: none, neighbourhood: none, district: none, level: none, year: none,
        },
        sizes: { degree: null, betweenness: null, size: circle.people },
      })),
      edges: made,
      edgesOf: ends(all.length, made),
      sizes: ["size"],
    },
  };
}
