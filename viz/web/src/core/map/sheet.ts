/** A map as a picture to take along: the same map, with a title, what colours mean, the day, and who is on it. */

import { fitted, nearness, screen, type View } from "./camera.ts";
import { lined, pieces } from "../text";
import { broken, type Disc, placed, type Stands, type Wanted } from "./labels.ts";
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

/** How wide a line of a name becomes, in sizes of its letters, before it goes on below. */
const LETTERS = 13;
const letters = (stands: Stands): number => (stands === "beside" ? 15 : 18);

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
  const discs: Disc[] = [];
  const want = (text: string, disc: Disc, stands: Stands) => {
    const strong = stands !== "beside";
    const across = (line: string) => measure(line, letters(stands), strong ? STRONG : undefined);
    const lines = broken(text, LETTERS * letters(stands), across);
    wanted.push({ text, ...disc, stands, lines, wide: Math.max(0, ...lines.map(across)), high: lines.length * letters(stands) * 1.2 });
  };
  if (!scene.onPlane && areas.length > 1)
    for (const area of areas) {
      const disc = { ...at(area), radius: area.radius * camera.scale };
      if (disc.radius <= 12) continue;
      discs.push(disc);
      want(area.name, disc, "around");
    }
  const few = shown.length < 120 ? shown.length : scene.onPlane ? 200 : NAMES;
  for (const node of shown.slice(0, few)) {
    const disc = { ...at(node), radius: (scene.radius[node.at] ?? 3) * size };
    if (scene.onPlane) discs.push(disc);
    want(node.label, disc, scene.onPlane ? "inside" : "beside");
  }
  for (const each of placed(wanted, view, discs)) {
    const strong = each.stands !== "beside";
    const high = each.high / each.lines.length;
    each.lines.forEach((line, n) => {
      const wide = measure(line, letters(each.stands), strong ? STRONG : undefined);
      const left = each.left + (each.align === "left" ? 0 : each.align === "right" ? each.wide - wide : (each.wide - wide) / 2);
      texts.push({
        text: line, left: left + MARGIN, top: each.top + top + n * high, wide, high,
        size: letters(each.stands), ...(strong && { weight: STRONG }),
      });
    });
  }
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
