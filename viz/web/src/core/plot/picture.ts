/** A drawing as a picture to take along: in the colours and the face of the page as they are now. */

import { disc, polyline, rectangle, type Mark as Picked, type Picture } from "../picture";
import { high, paragraph, wrapped } from "./basics.ts";
import type { Drawing, Ink, Mark, Sign } from "./types.ts";

/** How much is left free around a drawing. */
const MARGIN = 16;

export interface Look {
  readonly colour: (ink: Ink) => string;
  readonly face: string;
}

/** What stands around a drawing, once it is away from the page that said it. */
export interface Around {
  readonly title: string;
  /** Under the title: of which day, from where, about how many. */
  readonly under: readonly string[];
  /** Below the drawing. */
  readonly notes: readonly string[];
  /** How large text is, in pixels. */
  readonly em: number;
}

/** No text of a picture is so long. */
const LINES = 20;

export function picture({ width, height, marks }: Drawing, { title, under, notes, em }: Around, { colour, face }: Look): Picture {
  const [large, small] = [em * 1.15, em * 0.85];
  const head = paragraph(0, 0, wrapped(title, width, large, LINES, true), large, "ink", { bold: true });
  const below = high(head.length, large) + em * 0.3;
  const said = paragraph(0, below, under.flatMap((each) => wrapped(each, width, small, LINES)), small, "soft");
  const top = Math.ceil(below + high(said.length, small) + em);
  const told = paragraph(0, top + height + em * 0.7, notes.flatMap((each) => wrapped(each, width, small, LINES)), small, "soft");
  const at = (down: number) => (mark: Mark) => picked(mark, colour, down);
  return {
    title,
    width: width + 2 * MARGIN,
    height: Math.ceil(top + height + (told.length > 0 ? em * 0.7 + high(told.length, small) : 0)) + 2 * MARGIN,
    ground: colour("paper"),
    face,
    marks: [...[...head, ...said].map(at(MARGIN)), ...marks.map(at(MARGIN + top)), ...told.map(at(MARGIN))],
  };
}

/** The outline of a sign, as an SVG path. */
export function outline({ form, x, y, size }: Pick<Sign, "form" | "x" | "y" | "size">): string {
  if (form === "dot") return disc(x, y, size);
  if (form === "square") return rectangle(x - size * 0.9, y - size * 0.9, size * 1.8, size * 1.8);
  if (form === "bar") return rectangle(x - 1.25, y - size, 2.5, 2 * size);
  const corners = form === "diamond" ? [[0, -1.3], [1.3, 0], [0, 1.3], [-1.3, 0]] as const : [[0, -1.2], [1.2, 0.9], [-1.2, 0.9]] as const;
  return `${polyline(corners.map(([right, down]) => ({ x: x + right * size, y: y + down * size })))}z`;
}

function picked(mark: Mark, colour: (ink: Ink) => string, down: number): Picked {
  const free = { x: MARGIN, y: down, scale: 1 };
  if (mark.shape === "box")
    return { kind: "path", d: rectangle(mark.x, mark.y, mark.width, mark.height), at: free, fill: colour(mark.fill), ...(mark.edge && { stroke: colour(mark.edge) }) };
  if (mark.shape === "stroke")
    return { kind: "path", d: polyline(mark.along), at: free, stroke: colour(mark.ink), line: mark.wide, ...(mark.dash && { dash: mark.dash.split(" ").map(Number) }) };
  if (mark.shape === "sign")
    return { kind: "path", d: outline(mark), at: free, fill: colour(mark.open ? "paper" : mark.ink), ...(mark.open && { stroke: colour(mark.ink), line: 2 }) };
  return {
    kind: "text",
    text: mark.text,
    x: mark.x + MARGIN,
    y: mark.y + down,
    size: mark.size,
    fill: colour(mark.ink),
    ...(mark.anchor && { anchor: mark.anchor }),
    ...(mark.bold && { weight: "600" }),
    ...(mark.turn !== undefined && { turn: mark.turn }),
  };
}
