import { lined, pieces, shortened } from "../text";
import type { Box, Ink, Key, Mark, Point, Room, Sign, Stroke, Text } from "./types.ts";

/** Where a value stands between two ends. */
export function scale(from: readonly [number, number], to: readonly [number, number]): (value: number) => number {
  const wide = from[1] - from[0] || 1;
  return (value) => to[0] + ((value - from[0]) / wide) * (to[1] - to[0]);
}

/** Round values from the lowest to the highest, about as many as asked; the first is no higher, the last no lower. */
export function ticks(low: number, high: number, about: number): readonly number[] {
  const wide = high - low;
  if (!(wide > 0)) return [low];
  const rough = wide / Math.max(1, about);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * power >= rough - 1e-12) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** About how wide a text is; hardly a face has wider letters. */
export function wide(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text)
    ems += /[iljtfrI.,;:'’‘!|()[\] -]/.test(letter) ? 0.38 : /[mwMW@%—–]/.test(letter) ? 0.95 : /[A-Z&]/.test(letter) ? 0.72 : 0.61;
  return ems * size * (bold ? 1.12 : 1);
}

/** A text in lines no wider than there is room; a word that is wider than that is broken. At most `most` lines. */
export function wrapped(text: string, room: number, size: number, most = 3, bold = false): readonly string[] {
  const fits = (line: string) => wide(line, size, bold) <= room;
  return shortened(lined(pieces(text).flatMap((each) => broken(each, room, size)), fits), most, fits);
}

function broken(word: string, room: number, size: number): readonly string[] {
  if (wide(word, size) <= room) return [word];
  const parts: string[] = [];
  let part = "";
  for (const letter of word) {
    if (part !== "" && wide(part + letter, size) > room) {
      parts.push(part);
      part = "";
    }
    part += letter;
  }
  return [...parts, part];
}

export const LINE = 1.3;

export const box = (x: number, y: number, width: number, height: number, fill: Ink, edge?: Ink, dash?: string): Box => ({
  shape: "box", x, y, width: Math.max(0, width), height, fill, ...(edge && { edge }), ...(dash && { dash }),
});
export const stroke = (along: readonly Point[], ink: Ink, wide = 1, dash?: string): Stroke => ({ shape: "stroke", along, ink, wide, ...(dash && { dash }) });
export const sign = (form: Sign["form"], x: number, y: number, size: number, ink: Ink, open = false): Sign => ({ shape: "sign", form, x, y, size, ink, ...(open && { open }) });
export const words = (x: number, y: number, text: string, size: number, ink: Ink = "ink", more: Partial<Pick<Text, "anchor" | "bold" | "turn">> = {}): Text => ({ shape: "text", x, y, text, size, ink, ...more });

/** Lines of text one under the other; the first stands a line below `y`. */
export function paragraph(x: number, y: number, lines: readonly string[], size: number, ink: Ink = "ink", more: Partial<Pick<Text, "anchor" | "bold">> = {}): readonly Text[] {
  return lines.map((line, at) => words(x, y + size * (1 + at * LINE), line, size, ink, more));
}

/** How high some lines are. */
export const high = (lines: number, size: number): number => lines * size * LINE;

/** What the signs and lines of a plot mean, above it; returns where the plot can begin. */
export function legend(keys: readonly Key[], room: Room, y: number): { readonly marks: readonly Mark[]; readonly below: number } {
  const size = room.em * 0.85;
  const [swatch, gap] = [room.em * 1.6, room.em * 1.1];
  const marks: Mark[] = [];
  let [x, top] = [0, y];
  for (const { name, as, ink } of keys) {
    const before = swatch + size * 0.4;
    const lines = wrapped(name, room.width - before, size, 3);
    const width = before + Math.max(...lines.map((line) => wide(line, size)));
    if (x > 0 && x + width > room.width) {
      x = 0;
      top += size * 1.6;
    }
    marks.push(...swatchOf(as, ink, x, top + size * 0.65, swatch, room.em), ...paragraph(x + before, top, lines, size, "ink"));
    x += width + gap;
    if (lines.length > 1) {
      x = 0;
      top += high(lines.length, size) + size * 0.3;
    }
  }
  return { marks, below: (x > 0 ? top + size * 1.6 : top) + room.em * 0.4 };
}

function swatchOf(as: Key["as"], ink: Ink, x: number, y: number, width: number, em: number): readonly Mark[] {
  if (as === "band") return [box(x, y - em * 0.35, width, em * 0.7, "step-1", "field")];
  if (as === "fill") return [box(x, y - em * 0.35, width, em * 0.7, ink)];
  if (as === "empty") return [box(x, y - em * 0.35, width, em * 0.7, "paper", ink)];
  if (as === "line") return [stroke([{ x, y }, { x: x + width, y }], ink, 2)];
  if (as === "dashed") return [stroke([{ x, y }, { x: x + width, y }], ink, 2, DASHED)];
  if (as === "dotted") return [stroke([{ x, y }, { x: x + width, y }], ink, 2, DOTTED)];
  return [sign(as, x + width / 2, y, em * 0.32, ink, as === "diamond")];
}

export const DASHED = "7 4";
export const DOTTED = "2 4";
