/** Which names are written, and where: the important first, none over another, none cut off. */

import type { View } from "./camera.ts";

export interface Wanted {
  readonly text: string;
  /** What it is the name of, in pixels: its middle, and how large it is. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Stands over its middle, as the name of an area does; else beside it. */
  readonly over: boolean;
  readonly wide: number;
  readonly high: number;
}

export interface Placed extends Wanted {
  /** The box in which it is written. */
  readonly left: number;
  readonly top: number;
}

const GAP = 3;
const CELL = 64;

/** Place names in the order in which they are given, each in the first place beside its node where nothing is yet. */
export function placed(wanted: readonly Wanted[], view: View): readonly Placed[] {
  const taken = new Map<number, Placed[]>();
  const found: Placed[] = [];
  for (const each of wanted) {
    const at = beside(each, view).find(
      (box) =>
        box.left >= GAP &&
        box.top >= GAP &&
        box.left + box.wide <= view.width - GAP &&
        box.top + box.high <= view.height - GAP &&
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

function beside(each: Wanted, view: View): readonly Placed[] {
  const { x, y, radius, wide, high, over } = each;
  // The name of an area at the edge moves into sight.
  const inside = Math.max(GAP, Math.min(view.width - wide - GAP, x - wide / 2));
  const middle = { left: inside, top: y - high / 2 };
  const above = { left: x - wide / 2, top: y - radius - high - GAP };
  const below = { left: x - wide / 2, top: y + radius + GAP };
  const places = over
    ? [middle, { left: middle.left, top: y - high * 1.6 }, { left: middle.left, top: y + high * 0.6 }]
    : [{ left: x + radius + GAP, top: y - high / 2 }, { left: x - radius - GAP - wide, top: y - high / 2 }, above, below];
  return places.map((place) => ({ ...each, ...place }));
}

/** The squares of a grid that a box lies in. */
function cells(box: Placed): number[] {
  const found: number[] = [];
  for (let column = Math.floor(box.left / CELL); column <= Math.floor((box.left + box.wide + GAP) / CELL); column++)
    for (let row = Math.floor(box.top / CELL); row <= Math.floor((box.top + box.high + GAP) / CELL); row++)
      found.push(column * 4096 + row);
  return found;
}
