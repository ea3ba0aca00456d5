/** A map as a picture to take along: the same map, with a title, what colours mean, the day, and who is on it. */

import { fitted, nearness, screen, type View } from "./camera.ts";
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
  readonly strong: boolean;
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
export type Measure = (text: string, size: number, strong: boolean) => number;

const WIDE = 1600;
const HIGH = 1100;
const MARGIN = 40;
const TITLE = 30;
const SMALL = 17;
const NAMES = 60;

/** Lay out a picture; no text stands over another. */
export function sheet(
  found: Network,
  scene: Scene,
  areas: readonly (Circle & { readonly name: string })[],
  told: Told,
  measure: Measure,
): Sheet {
  const texts: Text[] = [];
  const write = (text: string, left: number, top: number, size: number, strong = false): Text => {
    const made = { text, left, top, wide: measure(text, size, strong), high: size * 1.3, size, strong };
    texts.push(made);
    return made;
  };
  let top = MARGIN;
  for (const line of wrapped(told.title, TITLE, true, measure)) top += write(line, MARGIN, top, TITLE, true).high;
  for (const line of wrapped(told.under, SMALL, false, measure)) top += write(line, MARGIN, top, SMALL).high;
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

  const wanted: (Wanted & { readonly strong: boolean })[] = [];
  const want = (text: string, x: number, y: number, radius: number, over: boolean) => {
    const high = (over ? 18 : 15) * 1.2;
    wanted.push({ text, x, y, radius, over, wide: measure(text, over ? 18 : 15, over), high, strong: over });
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
      size: each.over ? 18 : 15, strong: each.over,
    });
  top += HIGH + 16;

  let left = MARGIN;
  for (const { colour, text } of told.legend) {
    const wide = measure(text, SMALL, false) + 24;
    if (left > MARGIN && left + wide > WIDE - MARGIN) [left, top] = [MARGIN, top + SMALL * 1.6];
    marks.push({ x: left + 8, y: top + SMALL * 0.65, radius: 7, colour: colour % COLOURS, square: false, clear: false });
    write(text, left + 22, top, SMALL);
    left += wide + 26;
  }
  top += told.legend.length > 0 ? SMALL * 1.9 : 0;
  for (const note of told.notes)
    for (const line of wrapped(note, SMALL, false, measure)) top += write(line, MARGIN, top, SMALL).high;
  return { width: WIDE, height: Math.ceil(top + MARGIN), lines, marks, texts };
}

/** A text in lines that fit. */
function wrapped(text: string, size: number, strong: boolean, measure: Measure): readonly string[] {
  const found: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer, size, strong) > WIDE - 2 * MARGIN) {
      found.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? found : [...found, line];
}

export interface Ink {
  readonly palette: readonly string[];
  readonly ink: string;
  readonly ground: string;
  readonly line: string;
  /** Of lines, 0 to 1. */
  readonly opacity: number;
}

const FAMILY = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";

/** A picture as SVG. */
export function svg(made: Sheet, ink: Ink, title: string): string {
  const to = (value: number) => value.toFixed(1);
  let path = "";
  for (let at = 0; at < made.lines.length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = made.lines.subarray(at, at + 4);
    path += `M${to(a)} ${to(b)}L${to(c)} ${to(d)}`;
  }
  const shapes = made.marks.map(({ x, y, radius, colour, square, clear }) => {
    const fill = `fill="${ink.palette[colour] ?? ink.ink}"${clear ? ` fill-opacity="0.35"` : ""} stroke="${ink.ground}"`;
    const side = to(radius * 1.8);
    return square
      ? `<rect x="${to(x - radius * 0.9)}" y="${to(y - radius * 0.9)}" width="${side}" height="${side}" ${fill}/>`
      : `<circle cx="${to(x)}" cy="${to(y)}" r="${to(radius)}" ${fill}/>`;
  });
  const texts = made.texts.map(
    ({ text, left, top, high, size, strong }) =>
      `<text x="${to(left)}" y="${to(top + high / 2)}" font-size="${String(size)}"${strong ? ` font-weight="650"` : ""}>${escaped(text)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(made.width)} ${String(made.height)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${ink.ground}"/>`,
    `<path d="${path}" fill="none" stroke="${ink.line}" stroke-opacity="${ink.opacity.toFixed(3)}"/>`,
    ...shapes,
    `<g font-family="${FAMILY}" fill="${ink.ink}" stroke="${ink.ground}" stroke-width="4" paint-order="stroke" stroke-linejoin="round" dominant-baseline="central">`,
    ...texts,
    "</g></svg>",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** How strong lines are drawn: the more, the fainter. */
export function faded(edges: number): number {
  return Math.max(0.05, Math.min(0.4, 5 / Math.sqrt(Math.max(edges, 1))));
}
