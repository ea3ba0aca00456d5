/** A drawing as a file of its own: its colours and its face are in it, and its name and words too. */

import type { Drawing, Ink, Mark, Sign } from "./types.ts";

/** How much is left free around a drawing. */
export const MARGIN = 16;

const number = (value: number) => String(Math.round(value * 100) / 100);

/** The outline of a sign, as an SVG path. */
export function outline({ form, x, y, size }: Pick<Sign, "form" | "x" | "y" | "size">): string {
  const n = number;
  if (form === "dot") return `M${n(x - size)} ${n(y)}a${n(size)} ${n(size)} 0 1 0 ${n(2 * size)} 0a${n(size)} ${n(size)} 0 1 0 ${n(-2 * size)} 0z`;
  if (form === "square") return `M${n(x - size * 0.9)} ${n(y - size * 0.9)}h${n(size * 1.8)}v${n(size * 1.8)}h${n(-size * 1.8)}z`;
  if (form === "diamond") return `M${n(x)} ${n(y - size * 1.3)}l${n(size * 1.3)} ${n(size * 1.3)}l${n(-size * 1.3)} ${n(size * 1.3)}l${n(-size * 1.3)} ${n(-size * 1.3)}z`;
  if (form === "triangle") return `M${n(x)} ${n(y - size * 1.2)}l${n(size * 1.2)} ${n(size * 2.1)}h${n(-size * 2.4)}z`;
  return `M${n(x - 1.25)} ${n(y - size)}h2.5v${n(2 * size)}h-2.5z`;
}

export function pathOf(along: readonly { readonly x: number; readonly y: number }[]): string {
  return along.map(({ x, y }, at) => `${at === 0 ? "M" : "L"}${number(x)} ${number(y)}`).join("");
}

export interface Look {
  readonly colour: (ink: Ink) => string;
  readonly face: string;
}

export function svg(drawing: Drawing, title: string, { colour, face }: Look): string {
  const [width, height] = [drawing.width + 2 * MARGIN, drawing.height + 2 * MARGIN].map(number) as [string, string];
  const body = drawing.marks.map((mark) => element(mark, colour)).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${String(-MARGIN)} ${String(-MARGIN)} ${width} ${height}" role="img" font-family="${escaped(face)}">
<title>${escaped(title)}</title>
<rect x="${String(-MARGIN)}" y="${String(-MARGIN)}" width="${width}" height="${height}" fill="${colour("paper")}"/>
${body}
</svg>
`;
}

function element(mark: Mark, colour: (ink: Ink) => string): string {
  const n = number;
  if (mark.shape === "box")
    return `<rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}" fill="${colour(mark.fill)}"${mark.edge ? ` stroke="${colour(mark.edge)}"` : ""}/>`;
  if (mark.shape === "stroke")
    return `<path d="${pathOf(mark.along)}" fill="none" stroke="${colour(mark.ink)}" stroke-width="${n(mark.wide)}"${mark.dash ? ` stroke-dasharray="${mark.dash}"` : ""}/>`;
  if (mark.shape === "sign")
    return `<path d="${outline(mark)}" fill="${colour(mark.open ? "paper" : mark.ink)}" stroke="${colour(mark.ink)}" stroke-width="${mark.open ? "2" : "0"}"/>`;
  const turn = mark.turn === undefined ? "" : ` transform="rotate(${n(mark.turn)} ${n(mark.x)} ${n(mark.y)})"`;
  return `<text x="${n(mark.x)}" y="${n(mark.y)}" font-size="${n(mark.size)}" fill="${colour(mark.ink)}"${mark.anchor ? ` text-anchor="${mark.anchor}"` : ""}${mark.bold ? ' font-weight="600"' : ""}${turn}>${escaped(mark.text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
