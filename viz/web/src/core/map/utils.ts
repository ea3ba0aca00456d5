import { type Field, FIELDS, type Filter, type MapEdge, type MapNode, type MapOut, type Network, type Option, SIZES } from "./types.ts";

type Column<T> = readonly (T | null)[] | null;

const NONE: readonly string[] = [];
const NO_EDGES: number[] = [];
const COLLATOR = new Intl.Collator("nl", { numeric: true });

/** Read the columns of a map. */
export function network(map: MapOut): Network {
  const { nodes: columns, words } = map;
  // Values that many nodes share are kept once.
  const alone = new Map<string, readonly string[]>();
  const one = (value: string): readonly string[] => {
    let kept = alone.get(value);
    if (kept === undefined) alone.set(value, (kept = [value]));
    return kept;
  };
  const of = <T>(column: Column<T>, at: number): T | null => column?.[at] ?? null;
  const word = (code: number | null): readonly string[] => (code === null ? NONE : one(words[code] ?? ""));
  const plain = (value: number | null): readonly string[] => (value === null ? NONE : one(String(value)));
  const listed = (column: readonly (readonly number[])[] | null, at: number) => {
    const codes = column?.[at];
    return codes === undefined || codes.length === 0 ? NONE : codes.map((code) => words[code] ?? "");
  };

  const edges = read(map);
  const edgesOf = ends(columns.id.length, edges);
  const years = (at: number): readonly string[] => {
    const told: string[] = [];
    for (const edge of edgesOf[at] ?? NO_EDGES) {
      const year = edges[edge]?.year ?? null;
      if (year !== null && !told.includes(year)) told.push(year);
    }
    return told;
  };
  const nodes = columns.id.map((id, at): MapNode => ({
    at,
    id,
    label: columns.label[at] ?? "",
    kind: columns.kind[at] ?? "person",
    x: columns.x[at] ?? 0,
    y: columns.y[at] ?? 0,
    of: {
      kind: one(columns.kind[at] ?? "person"),
      sector: word(of(columns.sector, at)),
      community: plain(of(columns.community, at)),
      theme: listed(columns.themes, at),
      talent: listed(columns.talents, at),
      neighbourhood: word(of(columns.neighbourhood, at)),
      district: word(of(columns.district, at)),
      level: plain(of(columns.level, at)),
      year: map.edges.year ? years(at) : NONE,
    },
    sizes: {
      degree: of(columns.degree, at),
      betweenness: of(columns.betweenness, at),
      size: of(columns.size, at),
    },
  }));
  return {
    nodes,
    edges,
    edgesOf,
    communities: map.communities.map(({ name }) => name),
    fields: FIELDS.filter((field) => differs(nodes, field)),
    sizes: SIZES.filter((size) =>
      nodes.some((node) => (node.sizes[size] ?? 0) > 1 || (size === "betweenness" && (node.sizes[size] ?? 0) > 0)),
    ),
  };
}

/** Edges come in the order of their starts, each told by how far it is from the one before. */
function read({ edges: columns }: MapOut): readonly MapEdge[] {
  let from = 0;
  const called = new Map<number, string>();
  for (const year of columns.year ?? []) if (year !== null && !called.has(year)) called.set(year, String(year));
  return columns.start.map((step, at) => {
    from += step;
    const year = columns.year?.[at] ?? null;
    return {
      from,
      to: columns.end[at] ?? 0,
      kind: columns.kind[at] ?? "tie",
      weight: (columns.weight[at] ?? 0) / 100,
      count: columns.count?.[at] ?? null,
      year: year === null ? null : (called.get(year) ?? null),
    };
  });
}

/** The edges of each node. Arrays of the length they will have: growing hundreds of thousands of them takes seconds. */
export function ends(nodes: number, edges: readonly MapEdge[]): readonly (readonly number[])[] {
  const many = new Int32Array(nodes);
  for (const { from, to } of edges) {
    many[from] = (many[from] ?? 0) + 1;
    many[to] = (many[to] ?? 0) + 1;
  }
  const found = Array.from(many, (count) => (count === 0 ? NO_EDGES : new Array<number>(count).fill(0)));
  for (let at = edges.length - 1; at >= 0; at--) {
    const edge = edges[at];
    for (const end of edge ? [edge.from, edge.to] : NO_EDGES) {
      const left = (many[end] ?? 1) - 1;
      many[end] = left;
      const held = found[end];
      if (held) held[left] = at;
    }
  }
  return found;
}

function differs(nodes: readonly MapNode[], field: Field): boolean {
  let first: string | null = null;
  for (const node of nodes)
    for (const value of node.of[field]) {
      first ??= value;
      if (value !== first) return true;
    }
  return false;
}

/** What a filter asks, ready to be held against many nodes. */
function asked(filter: Filter): readonly (readonly [Field, ReadonlySet<string>])[] {
  return FIELDS.flatMap((field) => {
    const wanted = filter[field];
    return wanted === undefined || wanted.length === 0 ? [] : [[field, new Set(wanted)] as const];
  });
}

/** The nodes that a filter leaves. */
export function left(found: Network, filter: Filter): readonly MapNode[] {
  const wanted = asked(filter);
  if (wanted.length === 0) return found.nodes;
  return found.nodes.filter((node) => wanted.every(([field, values]) => node.of[field].some((value) => values.has(value))));
}

/**
 * The values of fields with how many nodes each leaves, besides what the other fields ask; most first.
 * All fields are counted in one go over the nodes.
 */
export function choices(found: Network, filter: Filter, fields: readonly Field[]): ReadonlyMap<Field, readonly Option[]> {
  const wanted = asked(filter);
  const counts = new Map(fields.map((field) => [field, new Map<string, number>()]));
  for (const node of found.nodes) {
    // Who fails one field only would be left with another value of that field.
    const failed = wanted.filter(([field, values]) => !node.of[field].some((value) => values.has(value)));
    const [first, second] = failed;
    if (second) continue;
    for (const field of fields) {
      if (first && first[0] !== field) continue;
      const told = counts.get(field);
      for (const value of node.of[field]) told?.set(value, (told.get(value) ?? 0) + 1);
    }
  }
  return new Map(fields.map((field) => [field, ordered(counts.get(field) ?? new Map(), field, filter[field] ?? [])]));
}

function ordered(counts: Map<string, number>, field: Field, chosen: readonly string[]): readonly Option[] {
  for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
  const inOrder = field === "year" || field === "level";
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => {
      const byValue = COLLATOR.compare(one.value, other.value);
      return inOrder ? (field === "year" ? -byValue : byValue) : other.count - one.count || byValue;
    });
}

export function options(found: Network, filter: Filter, field: Field): readonly Option[] {
  return choices(found, filter, [field]).get(field) ?? [];
}

/** Who is next to a node, with the edge between; the strongest first. */
export function around(found: Network, at: number): readonly { readonly node: MapNode; readonly edge: MapEdge }[] {
  return (found.edgesOf[at] ?? [])
    .flatMap((place) => {
      const edge = found.edges[place];
      const node = edge && found.nodes[edge.from === at ? edge.to : edge.from];
      return edge && node ? [{ node, edge }] : [];
    })
    .sort((one, other) => other.edge.weight - one.edge.weight || COLLATOR.compare(one.node.label, other.node.label));
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
