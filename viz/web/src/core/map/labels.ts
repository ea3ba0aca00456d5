/** Which names are written, and where: the important first, none over another, none cut off. */

import { lined, pieces } from "../text";
import type { Point, View } from "./camera.ts";

/** How a name stands to what it is the name of: beside a node, around a disc, or inside one where it fits. */
export type Stands = "beside" | "around" | "inside";

export interface Disc extends Point {
  readonly radius: number;
}

export interface Wanted extends Disc {
  readonly text: string;
  /** The same as it is written, a line each. */
  readonly lines: readonly string[];
  readonly stands: Stands;
  readonly wide: number;
  readonly high: number;
}

export interface Placed extends Wanted {
  /** The box in which it is written. */
  readonly left: number;
  readonly top: number;
  /** Towards what its lines lean. */
  readonly align: "left" | "center" | "right";
}

const GAP = 3;
const CELL = 64;
/** Pixels between a disc and the name of another: nearer, one would read it as the name of both. */
const CLEAR = 8;
const LINES = 3;

/**
 * A name on as few lines as fit a width, broken between words and about as long as each other.  What does not fit on
 * three takes wider lines: nothing of a name is left out.
 */
export function broken(text: string, width: number, measure: (line: string) => number): readonly string[] {
  if (measure(text) <= width) return [text];
  const words = pieces(text);
  const on = (room: number) => lined(words, (line) => measure(line) <= room);
  let lines = on(width);
  let room = width;
  while (lines.length > LINES) lines = on((room *= 1.15));
  // As narrow as the same number of lines allows: two lines alike read better than a long one and a word.
  let [narrow, wide] = [0, room];
  while (wide - narrow > 2) {
    const middle = (narrow + wide) / 2;
    if (on(middle).length <= lines.length) wide = middle;
    else narrow = middle;
  }
  return on(wide);
}

/**
 * Place names in the order in which they are given, each in the first place where nothing is yet.
 *
 * The name of a disc leaves the other `discs` free; where it cannot, it is not written.
 */
export function placed(wanted: readonly Wanted[], view: View, discs: readonly Disc[] = []): readonly Placed[] {
  const taken = new Map<number, Placed[]>();
  const found: Placed[] = [];
  for (const each of wanted) {
    const others = each.stands === "beside" ? [] : discs.filter(({ x, y }) => x !== each.x || y !== each.y);
    const at = places(each, view).find(
      (box) =>
        box.left >= GAP &&
        box.top >= GAP &&
        box.left + box.wide <= view.width - GAP &&
        box.top + box.high <= view.height - GAP &&
        !others.some((disc) => covers(box, disc, CLEAR)) &&
        !cells(box).some((cell) => taken.get(cell)?.some((other) => overlap(box, other))),
    );
    if (!at) continue;
    found.push(at);
    for (const cell of cells(at)) taken.set(cell, [...(taken.get(cell) ?? []), at]);
  }
  return found;
}

export function overlap(one: Placed, other: Placed): boolean {
  return (
    one.left < other.left + other.wide + GAP &&
    other.left < one.left + one.wide + GAP &&
    one.top < other.top + other.high + 1 &&
    other.top < one.top + one.high + 1
  );
}

/** Whether a box lies over a disc, or nearer to it than so many pixels. */
export function covers(box: Placed, disc: Disc, near = 0): boolean {
  const x = Math.max(box.left, Math.min(disc.x, box.left + box.wide));
  const y = Math.max(box.top, Math.min(disc.y, box.top + box.high));
  return Math.hypot(x - disc.x, y - disc.y) < disc.radius + near;
}

function places(each: Wanted, view: View): readonly Placed[] {
  const { x, y, radius, wide, high, stands } = each;
  const at = (left: number, top: number, align: Placed["align"]): Placed => ({ ...each, left, top, align });
  const right = at(x + radius + GAP, y - high / 2, "left");
  const left = at(x - radius - GAP - wide, y - high / 2, "right");
  if (stands === "beside")
    return [right, left, at(x - wide / 2, y - radius - high - GAP, "center"), at(x - wide / 2, y + radius + GAP, "center")];
  // The name of an area at the edge moves into sight.
  const inside = Math.max(GAP, Math.min(view.width - wide - GAP, x - wide / 2));
  const middle = at(inside, y - high / 2, "center");
  const around = [at(inside, y + radius + GAP, "center"), at(inside, y - radius - high - GAP, "center"), right, left];
  if (Math.hypot(wide, high) > 2 * radius) return around;
  return stands === "inside" ? [middle, ...around] : [...around, middle];
}

/** The squares of a grid that a box lies in. */
function cells(box: Placed): number[] {
  const found: number[] = [];
  for (let column = Math.floor(box.left / CELL); column <= Math.floor((box.left + box.wide + GAP) / CELL); column++)
    for (let row = Math.floor(box.top / CELL); row <= Math.floor((box.top + box.high + GAP) / CELL); row++)
      found.push(column * 4096 + row);
  return found;
}
