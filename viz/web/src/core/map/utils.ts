import { type Field, FIELDS, type Filter, type MapEdge, type MapNode, type MapOut, type Network, type Option, SIZES } from "./types.ts";

type Column<T> = readonly (T | null)[] | null;

/** Read the columns of a map. */
export function network(map: MapOut): Network {
  const { nodes: columns, words } = map;
  const word = (code: number | null | undefined): readonly string[] =>
    code === null || code === undefined ? [] : [words[code] ?? ""];
  const plain = (value: number | null | undefined): readonly string[] =>
    value === null || value === undefined ? [] : [String(value)];
  const of = <T>(column: Column<T>, at: number): T | null => column?.[at] ?? null;
  const listed = (column: readonly (readonly number[])[] | null, at: number) =>
    (column?.[at] ?? []).map((code) => words[code] ?? "");

  const nodes = columns.id.map((id, at): MapNode => ({
    at,
    id,
    label: columns.label[at] ?? "",
    kind: columns.kind[at] ?? "person",
    x: columns.x[at] ?? 0,
    y: columns.y[at] ?? 0,
    of: {
      kind: [columns.kind[at] ?? "person"],
      sector: word(of(columns.sector, at)),
      community: plain(of(columns.community, at)),
      theme: listed(columns.themes, at),
      talent: listed(columns.talents, at),
      neighbourhood: word(of(columns.neighbourhood, at)),
      district: word(of(columns.district, at)),
      level: plain(of(columns.level, at)),
    },
    sizes: {
      degree: of(columns.degree, at),
      betweenness: of(columns.betweenness, at),
      size: of(columns.size, at),
    },
  }));
  const edges = read(map);
  const edgesOf: number[][] = nodes.map(() => []);
  edges.forEach((edge, at) => {
    edgesOf[edge.from]?.push(at);
    edgesOf[edge.to]?.push(at);
  });
  return {
    nodes,
    edges,
    edgesOf,
    communities: map.communities.map(({ name }) => name),
    fields: FIELDS.filter((field) => new Set(nodes.flatMap((node) => node.of[field])).size > 1),
    sizes: SIZES.filter((size) => nodes.some((node) => (node.sizes[size] ?? 0) > 1 || (size === "betweenness" && (node.sizes[size] ?? 0) > 0))),
  };
}

/** Edges come in the order of their starts, each told by how far it is from the one before. */
function read({ edges: columns }: MapOut): readonly MapEdge[] {
  let from = 0;
  return columns.start.map((step, at) => {
    from += step;
    return {
      from,
      to: columns.end[at] ?? 0,
      kind: columns.kind[at] ?? "tie",
      weight: (columns.weight[at] ?? 0) / 100,
      count: columns.count?.[at] ?? null,
    };
  });
}

function fits(node: MapNode, filter: Filter, but?: Field): boolean {
  return FIELDS.every((field) => {
    const wanted = field === but ? undefined : filter[field];
    return wanted === undefined || wanted.length === 0 || node.of[field].some((value) => wanted.includes(value));
  });
}

/** The nodes that a filter leaves. */
export function left(found: Network, filter: Filter): readonly MapNode[] {
  return found.nodes.filter((node) => fits(node, filter));
}

/** The values of a field with how many nodes each leaves, besides what the other fields ask; most first. */
export function options(found: Network, filter: Filter, field: Field): readonly Option[] {
  const counts = new Map<string, number>();
  for (const node of found.nodes)
    if (fits(node, filter, field)) for (const value of node.of[field]) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const value of filter[field] ?? []) if (!counts.has(value)) counts.set(value, 0);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || one.value.localeCompare(other.value));
}

/** Who is next to a node, with the edge between; the strongest first. */
export function around(found: Network, at: number): readonly { readonly node: MapNode; readonly edge: MapEdge }[] {
  return (found.edgesOf[at] ?? [])
    .flatMap((place) => {
      const edge = found.edges[place];
      const node = edge && found.nodes[edge.from === at ? edge.to : edge.from];
      return edge && node ? [{ node, edge }] : [];
    })
    .sort((one, other) => other.edge.weight - one.edge.weight || one.node.label.localeCompare(other.node.label));
}

const BETWEEN = "~";

/** A filter as it stands in an address, by the name of each field. */
export function written(filter: Filter): Readonly<Record<string, string>> {
  return Object.fromEntries(FIELDS.map((field) => [field, (filter[field] ?? []).join(BETWEEN)]));
}

export function readFilter(query: Readonly<Record<string, string>>): Filter {
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const given = query[field];
      return given === undefined || given === "" ? [] : [[field, given.split(BETWEEN)]];
    }),
  );
}

/** A filter with a value put in, or taken out. */
export function toggled(filter: Filter, field: Field, value: string): Filter {
  const before = filter[field] ?? [];
  return { ...filter, [field]: before.includes(value) ? before.filter((each) => each !== value) : [...before, value] };
}
