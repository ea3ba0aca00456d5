/** A drawing as a list of marks, each with all that it looks like: it stands alone, whatever page it came from. */
export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  readonly marks: readonly Mark[];
}

/** Lines and areas, in the units of `scale` and moved by `x` and `y`; `line` is in points of the picture. */
export interface Path {
  readonly kind: "path";
  readonly d: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly fill: string;
  readonly stroke: string;
  readonly line: number;
}

export interface Text {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: string;
  readonly fill: string;
  readonly halo: string;
  readonly anchor: "start" | "middle";
}

export type Mark = Path | Text;
