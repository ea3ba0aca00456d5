/** Lines over time or over a number: each panel has its own height, all have the same width. */

import { DASHED, DOTTED, legend, paragraph, scale, sign, stroke, ticks, wide, words, wrapped } from "./basics.ts";
import type { Drawing, Ink, Key, Mark, Point, Room, Sign } from "./types.ts";

export interface At {
  readonly x: number;
  /** `null` is not told: the line has a gap there. */
  readonly y: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
}

export interface Series {
  readonly name: string;
  readonly points: readonly At[];
  readonly form: Sign["form"];
  readonly ink: Ink;
  readonly dash?: "dashed" | "dotted";
  readonly open?: boolean;
}

export interface Panel {
  readonly title: string;
  readonly series: readonly Series[];
  readonly told: (value: number) => string;
  /** Where the axis begins and ends; else round values around all that is shown. */
  readonly low?: number;
  readonly high?: number;
}

export interface Across {
  readonly low: number;
  readonly high: number;
  readonly steps: readonly number[];
  readonly told: (value: number) => string;
  readonly name: string;
}

const DASHES = { dashed: DASHED, dotted: DOTTED } as const;

export function lines(panels: readonly Panel[], across: Across, keys: readonly Key[], room: Room): Drawing {
  const { em } = room;
  const head = legend(keys, room, 0);
  const marks: Mark[] = [...head.marks];
  const columns = panels.length > 1 && room.width > em * 44 ? 2 : 1;
  const gap = em * 2;
  const width = (room.width - gap * (columns - 1)) / columns;
  const axes = panels.map(axisOf);
  // One width for all, so that a year stands at the same place in each.
  const aside = Math.max(...panels.map((panel, at) => Math.max(0, ...(axes[at]?.steps ?? []).map((step) => wide(panel.told(step), em * 0.85))))) + em * 0.5;
  let bottom = head.below;
  for (let from = 0; from < panels.length; from += columns) {
    const drawn = panels.slice(from, from + columns).map((panel, at) => panelOf(panel, axes[from + at] ?? axisOf(panel), aside, across, { width, em }, { x: at * (width + gap), y: bottom }));
    marks.push(...drawn.flatMap((each) => each.marks));
    bottom = Math.max(...drawn.map((each) => each.bottom)) + em * 1.1;
  }
  return { width: room.width, height: Math.ceil(bottom), marks };
}

interface Height {
  readonly low: number;
  readonly high: number;
  readonly steps: readonly number[];
}

function axisOf(panel: Panel): Height {
  const values = panel.series.flatMap(({ points }) => points.flatMap(({ y, low, high }) => [y, low, high].filter((each) => each !== null && each !== undefined)));
  const steps = ticks(panel.low ?? Math.min(...values, 0), panel.high ?? Math.max(...values, 0), 4);
  const [low, high] = [panel.low ?? steps[0] ?? 0, panel.high ?? steps.at(-1) ?? 1];
  return { low, high, steps: steps.filter((step) => step >= low - 1e-9 && step <= high + 1e-9) };
}

function panelOf(panel: Panel, { low, high, steps: told }: Height, aside: number, across: Across, { width, em }: Room, corner: Point): { readonly marks: readonly Mark[]; readonly bottom: number } {
  const small = em * 0.85;
  const marks: Mark[] = [];
  const title = wrapped(panel.title, width, em * 0.95, 3, true);
  marks.push(...paragraph(corner.x, corner.y, title, em * 0.95, "ink", { bold: true }));
  const top = corner.y + title.length * em * 0.95 * 1.3 + em * 0.7;
  const left = corner.x + aside;
  const right = corner.x + width - em * 0.5;
  const bottom = top + em * 9;
  const x = scale([across.low, across.high], [left + em * 0.4, right]);
  const y = scale([low, high], [bottom, top]);
  for (const step of told) {
    marks.push(stroke([{ x: left, y: y(step) }, { x: right, y: y(step) }], "line"));
    marks.push(words(left - em * 0.4, y(step) + small * 0.35, panel.told(step), small, "soft", { anchor: "end" }));
  }
  let free = -Infinity;
  for (const step of across.steps) {
    const text = across.told(step);
    const half = wide(text, small) / 2;
    const at = Math.min(corner.x + width - half, Math.max(corner.x + half, x(step)));
    if (at - half < free) continue;
    free = at + half + em * 0.5;
    marks.push(stroke([{ x: x(step), y: bottom }, { x: x(step), y: bottom + em * 0.3 }], "field"));
    marks.push(words(at, bottom + em * 0.4 + small, text, small, "soft", { anchor: "middle" }));
  }
  const name = across.name === "" ? [] : wrapped(across.name, width, small, 2);
  marks.push(...paragraph(corner.x + width, bottom + em * 0.5 + small * 1.2, name, small, "soft", { anchor: "end" }));
  for (const series of panel.series) marks.push(...seriesOf(series, x, y, em));
  return { marks, bottom: bottom + em * 0.5 + small * 1.3 * (1 + name.length) };
}

function seriesOf(series: Series, x: (value: number) => number, y: (value: number) => number, em: number): readonly Mark[] {
  const marks: Mark[] = [];
  let run: Point[] = [];
  const close = () => {
    if (run.length > 1) marks.push(stroke(run, series.ink, 2, series.dash && DASHES[series.dash]));
    run = [];
  };
  for (const point of series.points) {
    if (point.y === null) {
      close();
      continue;
    }
    run.push({ x: x(point.x), y: y(point.y) });
    if (point.low !== null && point.low !== undefined && point.high !== null && point.high !== undefined)
      marks.push(stroke([{ x: x(point.x), y: y(point.low) }, { x: x(point.x), y: y(point.high) }], series.ink, 1.2));
  }
  close();
  for (const point of series.points) if (point.y !== null) marks.push(sign(series.form, x(point.x), y(point.y), em * 0.3, series.ink, series.open ?? false));
  return marks;
}
