import { lined, pieces, shortened } from "../text";
import type { Point, Shape } from "./types.ts";

/** About how wide a text is, in parts of its size: no font is asked, so that it can be worked out anywhere. */
export function wide(text: string): number {
  let sum = 0;
  for (const sign of text) sum += /[ijl.,:;'’|!()-]/.test(sign) ? 0.31 : /[frt ]/.test(sign) ? 0.37 : /[mwMW@&]/.test(sign) ? 0.88 : /[A-Z0-9]/.test(sign) ? 0.67 : 0.57;
  return sum;
}

/** A name on at most so many lines; what does not fit on a line is broken, what does not fit at all ends in "…". */
export function wrapped(name: string, width: number, most: number): readonly string[] {
  const fits = (line: string) => wide(line) <= width;
  return shortened(lined(pieces(name).flatMap((word) => broken(word, width)), fits), most, fits);
}

/** How names of places end, where a long one is best broken. */
const ENDS = /(?<=\p{L}{3})(?=(?:buurt|wijk|hoek|hoeken|kwartier|plein|park|broek|dorp|veld|berg|haven)\s?$)/u;

function broken(word: string, width: number): readonly string[] {
  if (wide(word.trimEnd()) <= width) return [word];
  const [start = "", end] = word.split(ENDS);
  if (end !== undefined && wide(`${start}-`) <= width) return [`${start}-`, ...broken(end, width)];
  let length = word.length - 1;
  while (length > 3 && wide(`${word.slice(0, length)}-`) > width) length -= 1;
  // Three letters alone on a line read worse than a shorter line before them.
  length = Math.max(3, Math.min(length, word.trimEnd().length - 4));
  return [`${word.slice(0, length)}-`, ...broken(word.slice(length), width)];
}

export interface Written extends Point {
  readonly text: string;
  readonly size: number;
}

/** Whether two texts, each around its point, would touch. */
export function touch(one: Written, other: Written): boolean {
  return (
    Math.abs(one.x - other.x) < (wide(one.text) * one.size + wide(other.text) * other.size) / 2 + 2 &&
    Math.abs(one.y - other.y) < (one.size + other.size) / 2 + 1
  );
}

/** Those of some texts that touch none before them, in their order; `taken` are there already. */
export function apart(texts: readonly Written[], taken: readonly Written[] = []): readonly Written[] {
  const found: Written[] = [];
  for (const text of texts) if (![...taken, ...found].some((other) => touch(text, other))) found.push(text);
  return found;
}

/** Districts, the largest first, with the areas that lie together, and where a name can stand: its middle or one of its areas. */
export function districts(shapes: readonly Shape[]): readonly { readonly name: string; readonly together: readonly Shape[]; readonly places: readonly Point[] }[] {
  const groups = new Map<string, Shape[]>();
  for (const shape of shapes) if (shape.area.district) groups.set(shape.area.district, [...(groups.get(shape.area.district) ?? []), shape]);
  if (groups.size < 2) return [];
  const mean = (those: readonly Point[]) => ({
    x: those.reduce((sum, { x }) => sum + x, 0) / those.length,
    y: those.reduce((sum, { y }) => sum + y, 0) / those.length,
  });
  return [...groups]
    .sort(([, one], [, other]) => other.length - one.length)
    .map(([name, those]) => ({ name, together: largest(those), places: [mean(those), ...those] }));
}

/** The largest part of some hexagons in which one gets from any to any. */
function largest(those: readonly Shape[]): readonly Shape[] {
  const left = new Set(those);
  let best: readonly Shape[] = [];
  for (const first of those) {
    if (!left.delete(first)) continue;
    const part = [first];
    for (const one of part) for (const other of left) if (Math.hypot(one.x - other.x, one.y - other.y) < 1.05 && left.delete(other)) part.push(other);
    if (part.length > best.length) best = part;
  }
  return best;
}
