import type { Mark, Picture } from "./types.ts";

export const FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";

const SIGNS: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
const short = (value: number) => String(Number(value.toFixed(2)));

/** A picture as SVG that needs nothing else. */
export function svg({ title, width, height, ground, marks }: Picture): string {
  const size = `width="${short(width)}" height="${short(height)}" viewBox="0 0 ${short(width)} ${short(height)}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="${escaped(FONT)}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="${escaped(ground)}"/>`,
    ...marks.map(written),
    "</svg>",
  ].join("\n");
}

function written(mark: Mark): string {
  if (mark.kind === "path")
    return (
      `<path transform="translate(${short(mark.x)} ${short(mark.y)}) scale(${String(Number(mark.scale.toFixed(4)))})" d="${escaped(mark.d)}" ` +
      `fill="${escaped(mark.fill)}" stroke="${escaped(mark.stroke)}" stroke-width="${short(mark.line)}" stroke-linejoin="round" vector-effect="non-scaling-stroke"/>`
    );
  const halo = mark.halo === "none" ? "" : ` stroke="${escaped(mark.halo)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`;
  return (
    `<text x="${short(mark.x)}" y="${short(mark.y)}" font-size="${short(mark.size)}" font-weight="${escaped(mark.weight)}" ` +
    `text-anchor="${mark.anchor}" fill="${escaped(mark.fill)}"${halo}>${escaped(mark.text)}</text>`
  );
}
