/** What stands out on a map, and names: drawn over the picture, anew in every frame. */

import {
  broken, type Camera, type Circle, type Disc, HIDDEN, type Lit, type MapNode, nearness, type Network, placed, type Placed, type Scene, screen, type Stands, type View, type Wanted,
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
  /** Pixels at the right over which something lies: no name is written there. */
  readonly covered: number;
}

const GAP = 3;
/** How wide a line of a name becomes, in sizes of its letters, before it goes on below. */
const WIDEST = { plain: 13, strong: 16, area: 13 } as const;
const LINE = 1.2;
/** Names that are tried at most, and beside whom stands out. */
const NAMED = 90;
const NEIGHBOURS = 30;
/** Nodes in sight below which each has a name, as far as there is room. */
const FEW = 120;
/** How near one comes before people have names between those of communities, and how many for each time nearer. */
const CLOSE = 1.4;
const MORE = 8;
/** Names that are kept as they were written: an outline takes long, and a map that moves needs it in every frame. */
const KEPT = 500;
const FACE = "system-ui, sans-serif";
const SIZE = { plain: 13, strong: 14, area: 14 } as const;
const WEIGHT = { plain: "400", strong: "650", area: "650" } as const;
type Kind = keyof typeof SIZE;
type Name = Wanted & { readonly kind: Kind };
type Written = Placed & { readonly kind: Kind };

/** How much larger nodes are drawn when one comes nearer. */
export function grown(scene: Scene, camera: Camera, view: View): number {
  return scene.onPlane ? camera.scale : Math.max(0.6, Math.min(3, Math.sqrt(nearness(camera, view))));
}

export class Overlay {
  readonly #pen: CanvasRenderingContext2D;
  readonly #wide = new Map<string, number>();
  readonly #names = new Map<string, Pick<Wanted, "lines" | "wide" | "high">>();
  readonly #written = new Map<string, HTMLCanvasElement>();

  /** `letters` is how many times as large as usual somebody has their letters. */
  constructor(
    pen: CanvasRenderingContext2D,
    private readonly colours: Colours,
    private readonly letters = 1,
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
  names(shown: Shown, camera: Camera, view: View, size: number): readonly Written[] {
    const { found, scene, lit, selected, hovered } = shown;
    const free: View = { ...view, width: view.width - shown.covered };
    const wanted: Name[] = [];
    const told = new Set<number>();
    const inSight = (x: number, y: number) => x > -20 && y > -20 && x < view.width + 20 && y < view.height + 20;
    const add = (node: MapNode | undefined, strong: boolean): void => {
      if (!node || told.has(node.at)) return;
      const { x, y } = screen(camera, view, node);
      if (!inSight(x, y)) return;
      told.add(node.at);
      const radius = (scene.radius[node.at] ?? 3) * size;
      wanted.push(this.#wanted(node.label, { x, y, radius }, scene.onPlane ? "inside" : "beside", scene.onPlane ? "area" : strong ? "strong" : "plain", view));
    };
    for (const at of [hovered, selected]) if (at !== null) add(found.nodes[at], true);
    const discs = scene.onPlane
      ? scene.order.flatMap((at) => {
          const node = found.nodes[at];
          return node ? [{ ...screen(camera, view, node), radius: (scene.radius[at] ?? 0) * size }] : [];
        })
      : shown.areas.map((area) => ({ ...screen(camera, view, area), radius: area.radius * camera.scale }));
    if (lit) {
      // What is dimmed has no name; of many neighbours the largest have one.
      const some = lit.nodes.size > NEIGHBOURS ? scene.order.filter((at) => lit.nodes.has(at)).slice(0, NEIGHBOURS) : lit.nodes;
      for (const at of some) add(found.nodes[at], false);
      return placed(wanted, free) as readonly Written[];
    }

    let areas = 0;
    shown.areas.forEach((area, at) => {
      const disc = discs[at];
      if (!disc || disc.radius < 14 || disc.radius > 0.45 * Math.max(view.width, view.height) || !inSight(disc.x, disc.y)) return;
      areas += 1;
      wanted.push(this.#wanted(area.name, disc, "around", "area", view));
    });
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
    const near = nearness(camera, view);
    const most = scene.onPlane || many < FEW ? NAMED : areas > 1 ? (near < CLOSE ? 0 : MORE * near) : 40;
    for (const node of seen.slice(0, most)) add(node, false);
    return placed(wanted, free, discs) as readonly Written[];
  }

  #wanted(text: string, disc: Disc, stands: Stands, kind: Kind, view: View): Name {
    const letter = SIZE[kind] * this.letters;
    const widest = Math.min(WIDEST[kind] * letter, 0.6 * view.width);
    const key = `${kind} ${String(Math.round(widest))} ${text}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      const measure = (line: string) => this.#measure(line, kind);
      const lines = broken(text, widest, measure);
      const pad = kind === "area" ? 4 * this.letters : 0;
      name = { lines, wide: Math.max(0, ...lines.map(measure)) + 2 * pad, high: lines.length * LINE * letter + pad };
      if (this.#names.size > 5000) this.#names.clear();
      this.#names.set(key, name);
    }
    return { text, ...disc, stands, kind, ...name };
  }

  #font(kind: Kind): string {
    return `${WEIGHT[kind]} ${String(SIZE[kind] * this.letters)}px ${FACE}`;
  }

  #measure(text: string, kind: Kind): number {
    const key = `${kind} ${text}`;
    let wide = this.#wide.get(key);
    if (wide === undefined) {
      this.#pen.font = this.#font(kind);
      wide = this.#pen.measureText(text).width;
      if (this.#wide.size > 20_000) this.#wide.clear();
      this.#wide.set(key, wide);
    }
    return wide;
  }

  /** A name with an outline, or that of a community on a ground of its own, so that it can be read over anything. */
  #name(each: Written, ratio: number): HTMLCanvasElement {
    const key = `${each.kind} ${each.align} ${each.lines.join("\n")}`;
    const kept = this.#written.get(key);
    if (kept) return kept;
    const made = document.createElement("canvas");
    made.width = Math.ceil((each.wide + 2 * GAP) * ratio);
    made.height = Math.ceil((each.high + 2 * GAP) * ratio);
    const pen = made.getContext("2d");
    if (pen) {
      pen.scale(ratio, ratio);
      if (each.kind === "area") {
        pen.globalAlpha = 0.86;
        pen.fillStyle = this.colours.ground;
        pen.beginPath();
        pen.roundRect(GAP, GAP, each.wide, each.high, 4);
        pen.fill();
        pen.globalAlpha = 1;
      }
      pen.font = this.#font(each.kind);
      pen.textBaseline = "middle";
      pen.textAlign = each.align;
      pen.lineJoin = "round";
      pen.lineWidth = 4;
      pen.strokeStyle = this.colours.ground;
      pen.fillStyle = this.colours.ink;
      const x = GAP + (each.align === "left" ? 0 : each.align === "right" ? each.wide : each.wide / 2);
      const pad = each.kind === "area" ? (each.align === "left" ? 1 : each.align === "right" ? -1 : 0) * 4 * this.letters : 0;
      const down = (at: number) => GAP + ((at + 0.5) * each.high) / each.lines.length;
      each.lines.forEach((line, at) => { pen.strokeText(line, x + pad, down(at)); });
      each.lines.forEach((line, at) => { pen.fillText(line, x + pad, down(at)); });
    }
    if (this.#written.size >= KEPT) this.#written.clear();
    this.#written.set(key, made);
    return made;
  }
}
