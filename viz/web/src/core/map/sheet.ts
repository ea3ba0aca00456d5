/** A map as a picture to take along: the same map, with a title, what colours mean, the day, and who is on it. */

import { fitted, nearness, screen, type View } from "./camera.ts";
import { lined, pieces } from "../text";
import { placed, type Wanted } from "./labels.ts";
import { COLOURS, extent, HIDDEN } from "./scene.ts";
import type { Circle, Network, Scene } from "./types.ts";

export interface Told {
  readonly title: string;
  /** Under the title: the day, how many, what is left out by a filter. */
  readonly under: string;
  /** What each colour means, by its place in the palette. */
  readonly legend: readonly { readonly colour: number; readonly text: string }[];
  readonly notes: readonly string[];
}

export interface Text {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly wide: number;
  readonly high: number;
  readonly size: number;
  readonly weight?: string;
}

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: number;
  readonly square: boolean;
  readonly clear: boolean;
}

export interface Sheet extends View {
  /** Ends of lines, four numbers each. */
  readonly lines: Float32Array;
  readonly marks: readonly Mark[];
  readonly texts: readonly Text[];
}

/** How wide a text is, of a size in pixels. */
export type Measure = (text: string, size: number, weight?: string) => number;

const WIDE = 1600;
const HIGH = 1100;
const MARGIN = 40;
const TITLE = 30;
const SMALL = 17;
const NAMES = 60;
const STRONG = "650";

/** Lay out a picture; no text stands over another. */
export function sheet(
  found: Network,
  scene: Scene,
  areas: readonly (Circle & { readonly name: string })[],
  told: Told,
  measure: Measure,
): Sheet {
  const texts: Text[] = [];
  const write = (text: string, left: number, top: number, size: number, weight?: string): Text => {
    const made = { text, left, top, wide: measure(text, size, weight), high: size * 1.3, size, ...(weight !== undefined && { weight }) };
    texts.push(made);
    return made;
  };
  let top = MARGIN;
  for (const line of wrapped(told.title, TITLE, STRONG, measure)) top += write(line, MARGIN, top, TITLE, STRONG).high;
  for (const line of wrapped(told.under, SMALL, undefined, measure)) top += write(line, MARGIN, top, SMALL).high;
  top += 12;

  const view: View = { width: WIDE - 2 * MARGIN, height: HIGH };
  const shown = scene.order.flatMap((at) => found.nodes[at] ?? []);
  const camera = fitted(extent(found, scene, scene.order), view, 70);
  const at = (node: { readonly x: number; readonly y: number }) => screen(camera, view, node);
  const size = scene.onPlane ? camera.scale : Math.max(0.8, Math.min(3, Math.sqrt(nearness(camera, view)))) * 1.3;

  const lines = new Float32Array(scene.edges.length * 4);
  scene.edges.forEach((place, n) => {
    const edge = found.edges[place];
    const [from, to] = [edge && found.nodes[edge.from], edge && found.nodes[edge.to]];
    if (!from || !to) return;
    const [one, other] = [at(from), at(to)];
    lines.set([one.x + MARGIN, one.y + top, other.x + MARGIN, other.y + top], 4 * n);
  });
  const marks: Mark[] = [...shown].reverse().map((node) => {
    const { x, y } = at(node);
    return {
      x: x + MARGIN, y: y + top,
      radius: Math.max(1.5, (scene.radius[node.at] ?? 3) * size),
      colour: scene.colour[node.at] ?? HIDDEN,
      square: node.kind === "organisation" || node.kind === "theme",
      clear: scene.onPlane,
    };
  });

  const wanted: Wanted[] = [];
  const want = (text: string, x: number, y: number, radius: number, over: boolean) => {
    const high = (over ? 18 : 15) * 1.2;
    wanted.push({ text, x, y, radius, over, wide: measure(text, over ? 18 : 15, over ? STRONG : undefined), high });
  };
  if (!scene.onPlane && areas.length > 1)
    for (const area of areas) {
      const { x, y } = at(area);
      if (area.radius * camera.scale > 12) want(area.name, x, y, 0, true);
    }
  const few = shown.length < 120 ? shown.length : scene.onPlane ? 200 : NAMES;
  for (const node of shown.slice(0, few)) {
    const { x, y } = at(node);
    want(node.label, x, y, scene.onPlane ? 0 : (scene.radius[node.at] ?? 3) * size, scene.onPlane);
  }
  for (const each of placed(wanted, view))
    texts.push({
      text: each.text, left: each.left + MARGIN, top: each.top + top, wide: each.wide, high: each.high,
      size: each.over ? 18 : 15, ...(each.over && { weight: STRONG }),
    });
  top += HIGH + 16;

  let left = MARGIN;
  for (const { colour, text } of told.legend) {
    const wide = measure(text, SMALL) + 24;
    if (left > MARGIN && left + wide > WIDE - MARGIN) [left, top] = [MARGIN, top + SMALL * 1.6];
    marks.push({ x: left + 8, y: top + SMALL * 0.65, radius: 7, colour: colour % COLOURS, square: false, clear: false });
    write(text, left + 22, top, SMALL);
    left += wide + 26;
  }
  top += told.legend.length > 0 ? SMALL * 1.9 : 0;
  for (const note of told.notes)
    for (const line of wrapped(note, SMALL, undefined, measure)) top += write(line, MARGIN, top, SMALL).high;
  return { width: WIDE, height: Math.ceil(top + MARGIN), lines, marks, texts };
}

/** A text in lines that fit. */
function wrapped(text: string, size: number, weight: string | undefined, measure: Measure): readonly string[] {
  return lined(pieces(text), (line) => measure(line, size, weight) <= WIDE - 2 * MARGIN);
}
