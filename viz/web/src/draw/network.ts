/** The network on a canvas: drawn by sigma, with the two programs that stay quick without a graphics card. */

import { MultiUndirectedGraph } from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram, NodePointProgram } from "sigma/rendering";
import type { Network } from "../core/map";

export interface Look {
  /** The colour of each node, by its place; `null` leaves it out. */
  readonly colours: readonly (string | null)[];
  readonly radii: readonly number[];
  /** Nodes and edges that stand out; all others are dimmed. `null`: all stand out. */
  readonly lit: { readonly nodes: ReadonlySet<number>; readonly edges: ReadonlySet<number> } | null;
  readonly selected: number | null;
}

export interface Colours {
  readonly ink: string;
  readonly line: string;
  readonly dim: string;
  readonly accent: string;
  readonly ground: string;
}

export interface Drawn {
  show(look: Look): void;
  zoom(by: "in" | "out" | "all"): void;
  centre(at: number): void;
  picture(): Promise<Blob | null>;
  stop(): void;
}

/** Whether the browser can draw it at all; sigma throws where it can't. */
export function drawable(): boolean {
  const canvas = document.createElement("canvas");
  return canvas.getContext("webgl2") !== null || canvas.getContext("webgl") !== null;
}

export function draw(
  place: HTMLElement,
  found: Network,
  colours: Colours,
  onselect: (at: number | null) => void,
): Drawn {
  const graph = new MultiUndirectedGraph();
  for (const node of found.nodes)
    graph.addNode(String(node.at), { x: node.x, y: node.y, label: node.label, size: 4, color: colours.accent });
  found.edges.forEach((edge, at) => {
    graph.addEdgeWithKey(String(at), String(edge.from), String(edge.to), { size: 1, color: colours.line });
  });

  let look: Look | null = null;
  let hovered: number | null = null;

  function near(at: number): Set<number> {
    const those = new Set([at]);
    for (const place of found.edgesOf[at] ?? []) {
      const edge = found.edges[place];
      if (edge) those.add(edge.from).add(edge.to);
    }
    return those;
  }
  let nearby: Set<number> | null = null;

  const lit = (at: number): boolean => nearby?.has(at) ?? look?.lit?.nodes.has(at) ?? true;

  const sigma = new Sigma(graph, place, {
    defaultNodeType: "point",
    defaultEdgeType: "line",
    nodeProgramClasses: { point: NodePointProgram },
    edgeProgramClasses: { line: EdgeLineProgram },
    labelColor: { color: colours.ink },
    labelFont: "system-ui, sans-serif",
    labelSize: 13,
    labelRenderedSizeThreshold: 6,
    labelDensity: 0.4,
    labelGridCellSize: 140,
    defaultDrawNodeHover: (pen, data, settings) => {
      // The label again on a ground of its own; that of the library is white whatever the colours are.
      const { x, y, size } = data;
      const text = data.label ?? "";
      pen.font = `600 ${String(settings.labelSize)}px ${settings.labelFont}`;
      const wide = pen.measureText(text).width;
      pen.fillStyle = colours.ground;
      pen.strokeStyle = colours.accent;
      pen.lineWidth = 2;
      pen.beginPath();
      pen.roundRect(x - size - 5, y - 12, wide + 2 * size + 17, 24, 8);
      pen.fill();
      pen.stroke();
      pen.fillStyle = data.color;
      pen.beginPath();
      pen.arc(x, y, size, 0, 2 * Math.PI);
      pen.fill();
      pen.fillStyle = colours.ink;
      pen.fillText(text, x + size + 5, y + settings.labelSize / 3);
    },
    zIndex: true,
    hideEdgesOnMove: found.edges.length > 20_000,
    minCameraRatio: 0.02,
    maxCameraRatio: 3,
    stagePadding: 40,
    allowInvalidContainer: true,
    nodeReducer: (key, data) => {
      const at = Number(key);
      const colour = look?.colours[at];
      if (colour === null) return { ...data, hidden: true };
      const out = lit(at);
      const marked = at === look?.selected || at === hovered;
      return {
        ...data,
        color: out ? (colour ?? colours.accent) : colours.dim,
        size: look?.radii[at] ?? 4,
        label: out ? data["label"] : "",
        forceLabel: marked || (look?.lit !== null && out && (look?.lit?.nodes.size ?? 99) < 15),
        highlighted: at === look?.selected,
        zIndex: marked ? 2 : out ? 1 : 0,
      };
    },
    edgeReducer: (key, data) => {
      const edge = found.edges[Number(key)];
      if (!edge || look?.colours[edge.from] === null || look?.colours[edge.to] === null) return { ...data, hidden: true };
      const at = hovered ?? (look?.lit === null ? look.selected : null);
      const out = at !== null && at !== undefined ? edge.from === at || edge.to === at : (look?.lit?.edges.has(Number(key)) ?? null);
      if (out === true) return { ...data, color: colours.accent, size: 2, zIndex: 1 };
      // Ties between people who are dimmed would hide those that are not.
      return out === false ? { ...data, hidden: nearby !== null || look?.lit !== null, color: colours.line } : data;
    },
  });

  sigma.on("enterNode", ({ node }) => {
    hovered = Number(node);
    nearby = near(hovered);
    place.classList.add("over");
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on("leaveNode", () => {
    hovered = null;
    nearby = null;
    place.classList.remove("over");
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on("clickNode", ({ node }) => {
    onselect(Number(node));
  });
  sigma.on("clickStage", () => {
    onselect(null);
  });

  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const moving = { duration: still ? 0 : 250 };

  return {
    show(next) {
      look = next;
      sigma.refresh({ skipIndexation: true });
      place.dataset["drawn"] = String(next.colours.filter((colour) => colour !== null).length);
    },
    zoom(by) {
      const camera = sigma.getCamera();
      if (by === "in") void camera.animatedZoom({ ...moving, factor: 1.6 });
      else if (by === "out") void camera.animatedUnzoom({ ...moving, factor: 1.6 });
      else void camera.animatedReset(moving);
    },
    centre(at) {
      const shown = sigma.getNodeDisplayData(String(at));
      if (shown) void sigma.getCamera().animate({ x: shown.x, y: shown.y, ratio: Math.min(0.25, sigma.getCamera().ratio) }, moving);
    },
    picture() {
      return picture(found, look, colours);
    },
    stop() {
      sigma.kill();
    },
  };
}

const WIDE = 2400;

/** The whole map as a picture, whatever part of it is on the screen. */
function picture(found: Network, look: Look | null, colours: Colours): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = WIDE;
  const pen = canvas.getContext("2d");
  if (pen === null) return Promise.resolve(null);
  const x = (value: number) => 80 + (value / 65_535) * (WIDE - 160);
  const y = (value: number) => WIDE - x(value);
  pen.fillStyle = colours.ground;
  pen.fillRect(0, 0, WIDE, WIDE);
  const shown = (at: number) => look?.colours[at] !== null;
  pen.lineWidth = 1;
  pen.strokeStyle = colours.line;
  pen.beginPath();
  for (const edge of found.edges) {
    const from = found.nodes[edge.from];
    const to = found.nodes[edge.to];
    if (!from || !to || !shown(edge.from) || !shown(edge.to)) continue;
    pen.moveTo(x(from.x), y(from.y));
    pen.lineTo(x(to.x), y(to.y));
  }
  pen.stroke();
  const nodes = found.nodes.filter((node) => shown(node.at));
  for (const node of nodes) {
    pen.fillStyle = look?.colours[node.at] ?? colours.accent;
    pen.beginPath();
    pen.arc(x(node.x), y(node.y), (look?.radii[node.at] ?? 4) * 1.6, 0, 2 * Math.PI);
    pen.fill();
  }
  pen.fillStyle = colours.ink;
  pen.font = "22px system-ui, sans-serif";
  const largest = [...nodes].sort((one, other) => (look?.radii[other.at] ?? 0) - (look?.radii[one.at] ?? 0)).slice(0, 40);
  for (const node of largest) pen.fillText(node.label, x(node.x) + 10, y(node.y) + 7);
  return new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
}
