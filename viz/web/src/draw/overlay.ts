/** What stands out on a map, and names: drawn over the picture, anew in every frame. */

import {
  type Camera, type Circle, HIDDEN, type Lit, type MapNode, nearness, type Network, placed, type Placed, type Scene, screen, type View, type Wanted,
} from "../core/map";

export interface Colours {
  readonly ink: string;
  readonly line: string;
  readonly accent: string;
  readonly ground: string;
  readonly palette: readonly string[];
}

/** A community with the name that is written over it. */
export interface Area extends Circle {
  readonly name: string;
}

export interface Shown {
  readonly found: Network;
  readonly scene: Scene;
  readonly areas: readonly Area[];
  readonly lit: Lit | null;
  readonly selected: number | null;
  readonly hovered: number | null;
}

const HIGH = 16;
const GAP = 3;
const LONGEST = 34;
/** Names that are tried at most. */
const NAMED = 90;
/** Nodes in sight below which each has a name, as far as there is room. */
const FEW = 120;
/** Names that are kept as they were written: an outline takes long, and a map that moves needs it in every frame. */
const KEPT = 500;
const FONT = "system-ui, sans-serif";
const fonts = { plain: `13px ${FONT}`, strong: `600 13px ${FONT}`, area: `650 14px ${FONT}` } as const;

/** How much larger nodes are drawn when one comes nearer. */
export function grown(scene: Scene, camera: Camera, view: View): number {
  return scene.onPlane ? camera.scale : Math.max(0.6, Math.min(3, Math.sqrt(nearness(camera, view))));
}

export class Overlay {
  readonly #pen: CanvasRenderingContext2D;
  readonly #wide = new Map<string, number>();
  readonly #written = new Map<string, HTMLCanvasElement>();

  constructor(
    pen: CanvasRenderingContext2D,
    private readonly colours: Colours,
  ) {
    this.#pen = pen;
  }

  draw(shown: Shown, camera: Camera, view: View, ratio: number): readonly Placed[] {
    const pen = this.#pen;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, view.width, view.height);
    const size = grown(shown.scene, camera, view);
    if (shown.lit) this.#light(shown, shown.lit, camera, view, size);
    for (const at of [shown.selected, shown.hovered]) this.#ring(shown, at, camera, view, size);
    const names = this.names(shown, camera, view, size);
    for (const each of names) {
      const made = this.#name(each, ratio);
      pen.drawImage(made, each.left - GAP, each.top - GAP, made.width / ratio, made.height / ratio);
    }
    return names;
  }

  #light({ found, scene }: Shown, lit: Lit, camera: Camera, view: View, size: number): void {
    const pen = this.#pen;
    pen.lineWidth = 1.6;
    pen.strokeStyle = this.colours.accent;
    pen.beginPath();
    for (const at of lit.edges) {
      const edge = found.edges[at];
      const [from, to] = [edge && found.nodes[edge.from], edge && found.nodes[edge.to]];
      if (!from || !to) continue;
      const [one, other] = [screen(camera, view, from), screen(camera, view, to)];
      pen.moveTo(one.x, one.y);
      pen.lineTo(other.x, other.y);
    }
    pen.stroke();
    for (const at of lit.nodes) {
      const node = found.nodes[at];
      const colour = scene.colour[at] ?? HIDDEN;
      if (!node || scene.onPlane) continue;
      const { x, y } = screen(camera, view, node);
      pen.fillStyle = colour === HIDDEN ? this.colours.accent : (this.colours.palette[colour] ?? this.colours.accent);
      pen.strokeStyle = this.colours.ground;
      pen.beginPath();
      pen.arc(x, y, Math.max(3, (scene.radius[at] ?? 3) * size), 0, 2 * Math.PI);
      pen.fill();
      pen.stroke();
    }
  }

  #ring({ found, scene }: Shown, at: number | null, camera: Camera, view: View, size: number): void {
    const node = at === null ? undefined : found.nodes[at];
    if (!node || at === null) return;
    const { x, y } = screen(camera, view, node);
    const pen = this.#pen;
    for (const [wide, colour] of [[6, this.colours.ground], [3, this.colours.accent]] as const) {
      pen.lineWidth = wide;
      pen.strokeStyle = colour;
      pen.beginPath();
      pen.arc(x, y, (scene.radius[at] ?? 3) * size + 4, 0, 2 * Math.PI);
      pen.stroke();
    }
  }

  /** The names that are written, the important first: what is selected, what stands out, communities, then the largest. */
  names(shown: Shown, camera: Camera, view: View, size: number): readonly Placed[] {
    const { found, scene, lit, selected, hovered } = shown;
    const wanted: Wanted[] = [];
    const told = new Set<number>();
    const inSight = (x: number, y: number) => x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20;
    const add = (node: MapNode | undefined, strong: boolean): void => {
      if (!node || told.has(node.at)) return;
      const { x, y } = screen(camera, view, node);
      if (!inSight(x, y)) return;
      told.add(node.at);
      wanted.push(this.#wanted(node.label, x, y, scene.onPlane ? 0 : (scene.radius[node.at] ?? 3) * size, scene.onPlane ? "area" : strong ? "strong" : "plain"));
    };
    for (const at of [hovered, selected]) if (at !== null) add(found.nodes[at], true);
    if (lit) {
      // What is dimmed has no name; of many neighbours the largest have one.
      const some = lit.nodes.size > NAMED ? scene.order.filter((at) => lit.nodes.has(at)).slice(0, NAMED) : lit.nodes;
      for (const at of some) add(found.nodes[at], false);
      return placed(wanted, view);
    }

    let areas = 0;
    for (const area of shown.areas) {
      const { x, y } = screen(camera, view, area);
      const wide = area.radius * camera.scale;
      if (wide < 14 || wide > 0.45 * Math.max(view.width, view.height) || !inSight(x, y)) continue;
      areas += 1;
      wanted.push(this.#wanted(area.name, x, y, 0, "area"));
    }
    // Names of people come when there is room: few in sight, or large.
    let many = 0;
    const seen: MapNode[] = [];
    for (const at of scene.order) {
      const node = found.nodes[at];
      if (!node) continue;
      const { x, y } = screen(camera, view, node);
      if (!inSight(x, y)) continue;
      many += 1;
      if (seen.length < NAMED) seen.push(node);
      else if (many >= FEW) break;
    }
    const most = scene.onPlane || many < FEW ? NAMED : areas > 1 ? 8 : 40;
    for (const node of seen.slice(0, most)) add(node, false);
    return placed(wanted, view);
  }

  #wanted(text: string, x: number, y: number, radius: number, kind: keyof typeof fonts): Wanted & { kind: keyof typeof fonts } {
    const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
    return { text: short, x, y, radius, over: kind === "area", wide: this.#measure(short, kind), high: HIGH, kind };
  }

  #measure(text: string, kind: keyof typeof fonts): number {
    const key = `${kind} ${text}`;
    let wide = this.#wide.get(key);
    if (wide === undefined) {
      this.#pen.font = fonts[kind];
      wide = this.#pen.measureText(text).width;
      if (this.#wide.size > 5000) this.#wide.clear();
      this.#wide.set(key, wide);
    }
    return wide;
  }

  /** A name with an outline, so that it can be read over anything. */
  #name(each: Placed, ratio: number): HTMLCanvasElement {
    const key = `${kindOf(each)} ${each.text}`;
    const kept = this.#written.get(key);
    if (kept) return kept;
    const made = document.createElement("canvas");
    made.width = Math.ceil((each.wide + 2 * GAP) * ratio);
    made.height = Math.ceil((each.high + 2 * GAP) * ratio);
    const pen = made.getContext("2d");
    if (pen) {
      pen.scale(ratio, ratio);
      pen.font = fonts[kindOf(each)];
      pen.textBaseline = "middle";
      pen.lineJoin = "round";
      pen.lineWidth = 4;
      pen.strokeStyle = this.colours.ground;
      pen.strokeText(each.text, GAP, GAP + each.high / 2);
      pen.fillStyle = this.colours.ink;
      pen.fillText(each.text, GAP, GAP + each.high / 2);
    }
    if (this.#written.size >= KEPT) this.#written.clear();
    this.#written.set(key, made);
    return made;
  }
}

function kindOf(each: Placed): keyof typeof fonts {
  return "kind" in each ? (each.kind as keyof typeof fonts) : each.over ? "area" : "plain";
}
