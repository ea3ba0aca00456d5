/** What a plot is made of: a list of marks, which are drawn on the page, in a file and on a canvas alike. */

/** A colour, by the name of its token. */
export type Ink =
  | "ink" | "soft" | "line" | "paper" | "sunk" | "field" | "accent" | "accent-soft" | "on-step" | "warn-line"
  | "map-2" | "map-3" | "map-4" | "step-0" | "step-1" | "step-2" | "step-3" | "step-4";

export interface Box {
  readonly shape: "box";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Ink;
  readonly edge?: Ink;
  readonly dash?: string;
}

export interface Stroke {
  readonly shape: "stroke";
  /** Points one after the other. */
  readonly along: readonly Point[];
  readonly ink: Ink;
  readonly wide: number;
  readonly dash?: string;
}

/** A sign at a point: its form says what it is, whatever its colour. */
export interface Sign {
  readonly shape: "sign";
  readonly form: "dot" | "square" | "diamond" | "triangle" | "bar";
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly ink: Ink;
  /** Only its edge is drawn. */
  readonly open?: boolean;
}

export interface Text {
  readonly shape: "text";
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly ink: Ink;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  /** Degrees, around its point. */
  readonly turn?: number;
}

export type Mark = Box | Stroke | Sign | Text;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** How much room there is: pixels wide, and how large text is. */
export interface Room {
  readonly width: number;
  readonly em: number;
}

/** One line of what signs and lines mean. */
export interface Key {
  readonly name: string;
  readonly as: Sign["form"] | "band" | "line" | "dashed" | "dotted" | "fill" | "empty";
  readonly ink: Ink;
}
