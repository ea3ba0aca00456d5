/** Bars of one or two parts, with what each says in words above or beside it. */

import { box, high, legend, paragraph, scale, stroke, wide, words, wrapped } from "./basics.ts";
import type { Drawing, Key, Mark, Room } from "./types.ts";

/** Lines of words for a bar: as many as large letters on a phone need. */
const MOST = 9;

export interface Bar {
  readonly label: string;
  readonly told: string;
  /** One after the other; the second is drawn empty, so that they differ without colour. `null` is not told. */
  readonly parts: readonly (number | null)[];
  /** How far the first may be off, either way. */
  readonly off?: number | null;
}

export function bars(rows: readonly Bar[], keys: readonly Key[], room: Room): Drawing {
  const { em } = room;
  const head = keys.length > 0 ? legend(keys, room, 0) : { marks: [], below: 0 };
  const marks: Mark[] = [...head.marks];
  const total = (bar: Bar) => bar.parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) + (bar.off ?? 0);
  const most = Math.max(1e-12, ...rows.map(total));
  const small = em * 0.85;
  const sided = room.width > em * 38;
  const label = sided ? Math.min(room.width * 0.42, em * 24) : 0;
  const after = sided ? Math.max(0, ...rows.map((row) => wide(row.told, small))) * 1.06 + em * 0.6 : 0;
  const x = scale([0, most], [label, Math.max(label + em * 2, room.width - after)]);
  const thick = em * 0.95;
  let y = head.below;
  for (const row of rows) {
    const lines = sided ? wrapped(row.label, label - em * 0.8, em * 0.95, MOST) : wrapped(`${row.label}: ${row.told}`, room.width, em * 0.95, MOST);
    const text = high(lines.length, em * 0.95);
    const top = sided ? y + em * 0.1 : y + text + em * 0.1;
    marks.push(...paragraph(0, y, lines, em * 0.95));
    let from = 0;
    row.parts.forEach((part, at) => {
      if (part === null || part === 0) return;
      const left = x(from);
      marks.push(box(left, top, x(from + part) - left, thick, at === 0 ? "accent" : "paper", at === 0 ? "accent" : "field"));
      from += part;
    });
    const first = row.parts[0] ?? null;
    if (row.off && first !== null) {
      const ends = [x(Math.max(0, first - row.off)), x(Math.min(most, first + row.off))] as const;
      marks.push(stroke([{ x: ends[0], y: top + thick / 2 }, { x: ends[1], y: top + thick / 2 }], "ink", 1.5));
      for (const end of ends) marks.push(stroke([{ x: end, y: top + thick * 0.2 }, { x: end, y: top + thick * 0.8 }], "ink", 1.5));
    }
    if (from === 0) marks.push(stroke([{ x: x(0), y: top }, { x: x(0), y: top + thick }], "field", 1.5));
    if (sided) marks.push(words(x(from + (row.off ?? 0)) + em * 0.4, top + thick * 0.82, row.told, small, "soft"));
    y += (sided ? Math.max(text, thick + em * 0.2) : text + thick + em * 0.2) + em * 0.55;
  }
  return { width: room.width, height: Math.ceil(Math.max(y, em * 2)), marks };
}
