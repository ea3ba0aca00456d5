/** A neighbourhood with its middle. */
export interface Area {
  readonly id: string;
  readonly name: string;
  readonly district: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A hexagon of the city, by the middle of it; the distance between two that touch is 1. */
export interface Cell {
  readonly area: Area;
  readonly x: number;
  readonly y: number;
}

/** What is shown of a neighbourhood; `null`: fewer than five, or not told. */
export interface Told {
  readonly area: Area;
  readonly people: number | null;
  readonly requests: number | null;
}

export type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";
