import { disc, type Mark, type Picture, rectangle } from "../picture";
import type { Sheet } from "./sheet.ts";

export interface Ink {
  readonly palette: readonly string[];
  readonly ink: string;
  readonly ground: string;
  readonly line: string;
  /** Of lines, 0 to 1. */
  readonly opacity: number;
  readonly face: string;
}

/** How see-through discs are that stand for many. */
const CLEAR = 0.35;

/** Of dots a point: with many ties each takes long to draw. */
const FINE = 1.5;

/** A map that was laid out, in colours. */
export function picture(made: Sheet, { palette, ink, ground, line, opacity, face }: Ink, title: string): Picture {
  const marks: Mark[] = [{ kind: "lines", ends: made.lines, stroke: line, line: 1, opacity }];
  for (const { x, y, radius, colour, square, clear } of made.marks) {
    const side = radius * 1.8;
    const d = square ? rectangle(x - side / 2, y - side / 2, side, side) : disc(x, y, radius);
    marks.push({ kind: "path", d, fill: palette[colour] ?? ink, stroke: ground, ...(clear && { opacity: CLEAR }) });
  }
  for (const { text, left, top, high, size, weight } of made.texts)
    marks.push({ kind: "text", text, x: left, y: top + high / 2, size, fill: ink, middle: true, halo: { colour: ground, line: 4 }, ...(weight !== undefined && { weight }) });
  return { title, width: made.width, height: made.height, ground, face, fine: FINE, marks };
}

/** How strong lines are drawn: the more, the fainter. */
export function faded(edges: number): number {
  return Math.max(0.05, Math.min(0.4, 5 / Math.sqrt(Math.max(edges, 1))));
}
