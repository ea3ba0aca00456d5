import type { components } from "../../api/schema";

/** A neighbourhood or a district, with a point inside and, where one was imported, its outline. */
export interface Area extends Omit<components["schemas"]["AreaOut"], "outline"> {
  /** Polygons of rings of longitude and latitude. */
  readonly outline: readonly (readonly (readonly (readonly number[])[])[])[] | null;
}
export type Coverage = components["schemas"]["CoverageOut"];

export const MEASURES = ["people", "requests", "gap"] as const;
export type Measure = (typeof MEASURES)[number];

/** What is told of an area; `null`: fewer than five, or hidden so that those can't be found by subtraction. */
export interface Told {
  readonly area: Area;
  readonly people: number | null;
  readonly requests: number | null;
  readonly answered: number | null;
  /** People who are missing; of all themes together the number of themes that are short of people. */
  readonly gap: number | null;
}

/** The same of one theme in an area. */
export interface OfTheme extends Omit<Told, "area"> {
  readonly id: string;
  readonly nl: string;
  readonly en: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** An area as it is drawn: a point inside to write at, and the lines around it. */
export interface Shape extends Point {
  readonly area: Area;
  readonly rings: readonly (readonly Point[])[];
  /** How wide and high what is written may be, around the point. */
  readonly room: { readonly width: number; readonly height: number };
}

/** The shapes of a city: all of it, and the part where most of it is. */
export interface Plan {
  readonly shapes: readonly Shape[];
  readonly box: Box;
  readonly dense: Box;
  /** Where one district ends and another begins. */
  readonly borders: readonly (readonly [Point, Point])[];
}

/** A hexagon of the city, by the middle of it; the distance between two that touch is 1. */
export interface Cell extends Point {
  readonly area: Area;
}

export type Direction = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";
