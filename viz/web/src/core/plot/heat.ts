/** A grid of numbers in steps of colour; what is not told says so in its cell. */

import { box, high, paragraph, stroke, wide, words, wrapped } from "./basics.ts";
import type { Drawing, Ink, Mark, Room } from "./types.ts";

export interface HeatCell {
  readonly told: string;
  /** 0 for nothing, up to 4 for most; `null` where it is not told. */
  readonly step: number | null;
}

export interface Heat {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row, then by column. */
  readonly cells: readonly (readonly HeatCell[])[];
}

const STEPS: readonly Ink[] = ["step-0", "step-1", "step-2", "step-3", "step-4"];

/** The least room for the name of a row, in letters. */
const LABEL = 6.5;

/** How wide a grid has to be, so that its words can be read. */
export function narrowest(heat: Heat, em: number): number {
  return em * LABEL + heat.columns.length * em * 2.9;
}

export function heat(those: Heat, room: Room): Drawing {
  const { em } = room;
  const small = em * 0.85;
  const marks: Mark[] = [];
  const label = Math.min(Math.max(em * LABEL, Math.max(0, ...those.rows.map((row) => wide(row, small))) + em * 0.8), Math.max(em * LABEL, room.width * (room.width > narrowest(those, em) + em ? 0.32 : 0.18)));
  const cell = Math.max(em * 2.9, Math.min(em * 5.5, (room.width - label) / Math.max(1, those.columns.length)));
  const names = those.columns.map((column) => wrapped(column, em * 8, small, 2));
  const turned = Math.max(0, ...names.flatMap((lines) => lines.map((line) => wide(line, small)))) + em * 0.6;
  names.forEach((lines, at) => {
    const middle = label + cell * (at + 0.5);
    lines.forEach((line, n) => {
      marks.push(words(middle + small * (n - (lines.length - 1) / 2 + 0.32) * 1.15, turned - em * 0.4, line, small, "ink", { turn: -90 }));
    });
  });
  let y = turned;
  those.rows.forEach((row, at) => {
    const lines = wrapped(row, label - em * 0.6, small, 4);
    const height = Math.max(em * 2.2, high(lines.length, small) + em * 0.5);
    marks.push(...paragraph(0, y + (height - high(lines.length, small)) / 2, lines, small));
    (those.cells[at] ?? []).forEach(({ told, step }, column) => {
      const x = label + column * cell;
      if (step === null) {
        marks.push(box(x + 1, y + 1, cell - 2, height - 2, "paper", "line"), stroke([{ x: x + 3, y: y + height - 3 }, { x: x + cell - 3, y: y + 3 }], "line"));
        marks.push(words(x + cell / 2, y + height / 2 + small * 0.35, told, small * 0.9, "soft", { anchor: "middle" }));
        return;
      }
      marks.push(box(x + 1, y + 1, cell - 2, height - 2, STEPS[step] ?? "step-0"));
      if (told !== "") marks.push(words(x + cell / 2, y + height / 2 + small * 0.35, told, small, step >= 3 ? "on-step" : "ink", { anchor: "middle", bold: step > 0 }));
    });
    y += height;
  });
  return { width: Math.ceil(label + cell * those.columns.length), height: Math.ceil(y), marks };
}
