import { type Mark, type Picture, rectangle, type Text } from "../picture";

/** What stands on a picture of the city, besides its areas. */
export interface Around {
  readonly title: string;
  /** Under the title: whose figures, of which day. */
  readonly source: string;
  /** What each step of colour means; below 0 is what is not told. */
  readonly legend: readonly { readonly at: number; readonly text: string }[];
}

/** The areas as they are drawn, and how large. */
export interface Areas {
  readonly marks: readonly Mark[];
  readonly width: number;
  readonly height: number;
}

export interface Look {
  /** A colour by the name of its token. */
  readonly colour: (name: string) => string;
  readonly face: string;
}

/** How much room a picture has above its areas. */
export const HEAD = 64;
const FOOT = 34;
const LEAST = 560;
const SIDE = 16;

/** The areas with a title above them and a legend below. */
export function picture(areas: Areas, { title, source, legend }: Around, { colour, face }: Look): Picture {
  const ink = colour("ink");
  const write = (text: string, x: number, y: number, more: Partial<Text> = {}): Text => ({ kind: "text", text, x, y, size: 13, fill: ink, ...more });
  const y = HEAD + areas.height + FOOT / 2;
  let x = SIDE;
  const below = legend.flatMap(({ at, text }): readonly Mark[] => {
    const left = x;
    x += 30 + text.length * 7.5;
    return [
      { kind: "path", d: rectangle(left, y - 9, 14, 14), fill: colour(at < 0 ? "ground" : `step-${String(at)}`), stroke: colour("field"), ...(at < 0 && { dash: [3, 3] }) },
      write(text, left + 20, y + 3),
    ];
  });
  return {
    title,
    width: Math.max(areas.width, LEAST, x),
    height: HEAD + areas.height + FOOT,
    ground: colour("ground"),
    face,
    marks: [write(title, SIDE, 26, { size: 18, weight: "700" }), write(source, SIDE, 48, { fill: colour("soft") }), ...areas.marks, ...below],
  };
}
