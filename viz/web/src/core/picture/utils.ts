import { markup } from "../text";
import type { Lines, Mark, Path, Picture, Text } from "./types.ts";

/** A number as it is written in a picture: a hundredth of a point is not seen. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A picture as SVG that needs nothing else. */
export function svg({ title, width, height, ground, face, marks }: Picture): string {
  const [across, down] = [short(width), short(height)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg"${values({ width: across, height: down, viewBox: `0 0 ${across} ${down}`, role: "img", "font-family": face, "fill-rule": "evenodd" })}>`,
    `<title>${markup(title)}</title>`,
    `<rect${values({ width: "100%", height: "100%", fill: ground })}/>`,
    ...marks.flatMap(written),
    "</svg>",
    "",
  ].join("\n");
}

/** Lines that stand in one path: what draws an SVG takes longer for one than for many, the more so the longer it is. */
const TOGETHER = 1_000;

function written(mark: Mark): readonly string[] {
  if (mark.kind === "lines") return paths(mark).map((each) => `<path${values(ofPath(each))}/>`);
  return [mark.kind === "path" ? `<path${values(ofPath(mark))}/>` : `<text${values(ofText(mark))}>${markup(mark.text)}</text>`];
}

/** The same lines as paths. */
export function paths({ ends, stroke, line, opacity }: Lines): readonly Path[] {
  const found: Path[] = [];
  const to = (at: number) => (ends[at] ?? 0).toFixed(1);
  for (let from = 0; from < ends.length; from += 4 * TOGETHER) {
    let d = "";
    for (let at = from; at < Math.min(ends.length, from + 4 * TOGETHER); at += 4) d += `M${to(at)} ${to(at + 1)}L${to(at + 2)} ${to(at + 3)}`;
    found.push({ kind: "path", d, stroke, line, opacity });
  }
  return found;
}

function ofPath({ d, fill, stroke, line, dash, round, opacity, at }: Path): Values {
  return {
    d,
    transform: at && `translate(${short(at.x)} ${short(at.y)})${at.scale === 1 ? "" : ` scale(${String(Number(at.scale.toFixed(4)))})`}`,
    fill: fill ?? "none",
    "fill-opacity": fill === undefined ? undefined : opacity,
    ...(stroke !== undefined && {
      stroke,
      "stroke-width": line === undefined ? undefined : short(line),
      "stroke-opacity": opacity,
      "stroke-dasharray": dash?.map(short).join(" "),
      "stroke-linejoin": round && "round",
      "stroke-linecap": round === "ends" ? "round" : undefined,
      "vector-effect": at && at.scale !== 1 ? "non-scaling-stroke" : undefined,
    }),
  };
}

function ofText({ x, y, size, fill, weight, anchor, middle, turn, halo }: Text): Values {
  return {
    x: short(x),
    y: short(y),
    "font-size": short(size),
    "font-weight": weight,
    "text-anchor": anchor,
    "dominant-baseline": middle === true ? "central" : undefined,
    transform: turn === undefined ? undefined : `rotate(${short(turn)} ${short(x)} ${short(y)})`,
    fill,
    ...(halo && { stroke: halo.colour, "stroke-width": short(halo.line), "stroke-linejoin": "round", "paint-order": "stroke" }),
  };
}

type Values = Readonly<Record<string, string | number | undefined>>;

function values(those: Values): string {
  return Object.entries(those).map(([name, value]) => (value === undefined ? "" : ` ${name}="${markup(String(value))}"`)).join("");
}
