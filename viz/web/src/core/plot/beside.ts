/** Figures beside what chance makes of them: a sign for the figure, a line for its interval, a band for chance. */

import { box, high, legend, paragraph, scale, sign, stroke, ticks, wide, words, wrapped } from "./basics.ts";
import type { Drawing, Key, Mark, Room } from "./types.ts";

/** Lines of words for a row: as many as large letters on a phone need. */
const MOST = 9;

export interface Beside {
  readonly label: string;
  /** `null` where it is not told; then `told` says so. */
  readonly value: number | null;
  readonly told: string;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly expected?: number | null;
  readonly expectedLow?: number | null;
  readonly expectedHigh?: number | null;
}

export interface Axis {
  readonly low: number;
  readonly high: number;
  readonly told: (value: number) => string;
  /** A value that stands out: what all else is held against. */
  readonly middle?: number;
}

export function beside(rows: readonly Beside[], axis: Axis, keys: readonly Key[], room: Room): Drawing {
  const { em } = room;
  const small = em * 0.85;
  const head = legend(keys, room, 0);
  const marks: Mark[] = [...head.marks];
  const sided = room.width > em * 38;
  const label = sided ? Math.min(room.width * 0.42, em * 24) : 0;
  const inner = em * 0.6;
  const steps = ticks(axis.low, axis.high, Math.min(8, Math.max(2, Math.floor((room.width - label) / (em * 6)))));
  const x = scale([axis.low, axis.high], [label + inner, room.width - inner]);
  const clamp = (value: number) => x(Math.min(axis.high, Math.max(axis.low, value)));

  const [first, lane] = [head.below, em * 1.5];
  const above: Mark[] = [];
  let y = first;
  for (const row of rows) {
    const lines = wrapped(sided ? row.label : `${row.label}: ${row.told}`, sided ? label - em * 0.8 : room.width, em * 0.95, MOST);
    const under = sided ? wrapped(row.told, label - em * 0.8, small, MOST) : [];
    const text = high(lines.length, em * 0.95) + high(under.length, small);
    const height = sided ? Math.max(text, lane) + em * 0.6 : text + lane + em * 0.8;
    const middle = sided ? y + (height - em * 0.6) / 2 : y + text + lane / 2 + em * 0.1;
    above.push(...paragraph(0, y, lines, em * 0.95), ...paragraph(0, y + high(lines.length, em * 0.95), under, small, "soft"));
    above.push(...rowMarks(row, clamp, middle, em));
    y += height;
  }
  for (const step of steps) {
    if (step < axis.low - 1e-9 || step > axis.high + 1e-9) continue;
    const strong = axis.middle !== undefined && Math.abs(step - axis.middle) < 1e-9;
    marks.push(stroke([{ x: x(step), y: first }, { x: x(step), y }], strong ? "soft" : "line", strong ? 1.5 : 1));
    const text = axis.told(step);
    const half = wide(text, small) / 2;
    marks.push(words(Math.min(room.width - half, Math.max(half, x(step))), y + small * 1.1, text, small, "soft", { anchor: "middle" }));
  }
  return { width: room.width, height: Math.ceil(y + small * 1.8), marks: [...marks, ...above] };
}

function rowMarks(row: Beside, x: (value: number) => number, y: number, em: number): readonly Mark[] {
  const marks: Mark[] = [];
  const half = em * 0.5;
  const known = (value: number | null | undefined): value is number => value !== null && value !== undefined;
  if (known(row.expectedLow) && known(row.expectedHigh))
    marks.push(box(x(row.expectedLow), y - half, Math.max(2, x(row.expectedHigh) - x(row.expectedLow)), 2 * half, "step-1", "field"));
  if (known(row.expected)) marks.push(sign("bar", x(row.expected), y, half, "ink"));
  if (known(row.low) && known(row.high)) {
    const [from, to] = [x(row.low), x(row.high)];
    marks.push(stroke([{ x: from, y }, { x: to, y }], "accent", 2.5));
    for (const end of [from, to]) marks.push(stroke([{ x: end, y: y - half * 0.55 }, { x: end, y: y + half * 0.55 }], "accent", 2.5));
  }
  if (known(row.value)) marks.push(sign("dot", x(row.value), y, em * 0.36, "accent"));
  return marks;
}
