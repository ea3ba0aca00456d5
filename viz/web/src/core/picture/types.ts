/** A picture to take along: a list of marks, each with all that it looks like, so that it needs no page around it. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  /** The fonts of its texts, the first that is there. */
  readonly face: string;
  /** Dots a point, where it is made of dots; 2 where it is left out. */
  readonly fine?: number;
  /** One over the other, the first below all. */
  readonly marks: readonly Mark[];
}

/** Lines and areas; many lines of one look are one path. */
export interface Path {
  readonly kind: "path";
  readonly d: string;
  /** Left out, nothing is filled; a part inside another is a hole. */
  readonly fill?: string;
  readonly stroke?: string;
  /** How wide the stroke is, in points of the picture; 1 where it is left out. */
  readonly line?: number;
  /** Lengths of strokes and gaps, in points of the picture. */
  readonly dash?: readonly number[];
  readonly round?: "corners" | "ends";
  /** 0 to 1, of the fill and of the stroke. */
  readonly opacity?: number;
  /** Where the points of `d` stand: they are first made larger, then moved. */
  readonly at?: { readonly x: number; readonly y: number; readonly scale: number };
}

/** A great many straight lines of one look: as one path a canvas would take minutes for them. */
export interface Lines {
  readonly kind: "lines";
  /** Ends, four numbers a line. */
  readonly ends: Float32Array;
  readonly stroke: string;
  /** In points of the picture. */
  readonly line: number;
  /** 0 to 1, of each line; where several lie over each other it grows. */
  readonly opacity: number;
}

export interface Text {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  /** Of the line that letters stand on, or of their middle. */
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly weight?: string;
  readonly anchor?: "start" | "middle" | "end";
  readonly middle?: boolean;
  /** Degrees, around its point. */
  readonly turn?: number;
  /** An edge around the letters, so that they are read over whatever is below. */
  readonly halo?: { readonly colour: string; readonly line: number };
}

export type Mark = Path | Lines | Text;

export interface Point {
  readonly x: number;
  readonly y: number;
}
