/** Pictures to take along: what is drawn on the page read back as marks, and marks as a file. */

import { type Lines, type Mark, opaque, type Path, type Picture, spread, svg, type Text } from "../core/picture";

/** Read the lines and texts of an SVG on the page, as it looks now; what has the class `screen` is for the screen only. */
export function marksOf(drawing: SVGSVGElement, down: number): readonly Mark[] {
  return [...drawing.querySelectorAll<SVGGraphicsElement>("path, text")].flatMap((each): Mark[] => {
    if (each.closest(".screen")) return [];
    const looks = getComputedStyle(each);
    const at = each.getCTM();
    if (!at || looks.display === "none") return [];
    const stroke = looks.stroke === "none" ? null : looks.stroke;
    if (each instanceof SVGTextElement)
      return [
        {
          kind: "text",
          text: each.textContent,
          x: Number(each.getAttribute("x")),
          y: Number(each.getAttribute("y")) + down,
          size: parseFloat(looks.fontSize),
          weight: looks.fontWeight,
          fill: looks.fill,
          anchor: looks.textAnchor === "middle" ? "middle" : "start",
          ...(stroke !== null && { halo: { colour: stroke, line: 3 } }),
        },
      ];
    return [
      {
        kind: "path",
        d: each.getAttribute("d") ?? "",
        at: { x: at.e, y: at.f + down, scale: at.a },
        ...(looks.fill !== "none" && { fill: looks.fill }),
        ...(stroke !== null && {
          stroke,
          line: parseFloat(looks.strokeWidth),
          round: looks.strokeLinecap === "round" ? "ends" : "corners",
          ...(looks.strokeDasharray !== "none" && { dash: looks.strokeDasharray.split(",").map(parseFloat) }),
        }),
      },
    ];
  });
}

/** A picture as PNG, finer than the screen. The policy of the page lets no image be made of SVG, so it is drawn. */
async function png(picture: Picture): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const fine = Math.min(picture.fine ?? 2, 8000 / Math.max(picture.width, picture.height));
  canvas.width = Math.ceil(picture.width * fine);
  canvas.height = Math.ceil(picture.height * fine);
  const on = canvas.getContext("2d");
  if (!on) return null;
  on.scale(fine, fine);
  on.fillStyle = picture.ground;
  on.fillRect(0, 0, picture.width + 1, picture.height + 1);
  // As in SVG.
  on.miterLimit = 4;
  const breath = breathing();
  for (const mark of picture.marks) {
    on.save();
    if (mark.kind === "path") path(on, mark);
    else if (mark.kind === "lines") await lines(on, mark, fine, breath);
    else write(on, mark, picture.face);
    on.restore();
    await breath();
  }
  return new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
}

/** Let the page do what it has to every so often: a picture of a large city is seconds of work. */
function breathing(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < 40) return undefined;
    return new Promise((done) => {
      setTimeout(() => {
        since = performance.now();
        done();
      });
    });
  };
}

const AT_ONCE = 2_000;

/** Lines as dots of their own: a path of a hundred thousand takes a canvas minutes. */
async function lines(on: CanvasRenderingContext2D, { ends, stroke, line, opacity }: Lines, fine: number, breath: () => Promise<void> | undefined): Promise<void> {
  const { width, height } = on.canvas;
  const over = document.createElement("canvas");
  [over.width, over.height] = [width, height];
  const pen = over.getContext("2d");
  if (!pen) return;
  const covered = new Float32Array(width * height);
  for (let from = 0; 4 * from < ends.length; from += AT_ONCE) {
    spread(covered, width, ends, from, Math.min(ends.length / 4, from + AT_ONCE), fine, line);
    await breath();
  }
  pen.fillStyle = stroke;
  pen.fillRect(0, 0, width, height);
  const dots = pen.getImageData(0, 0, width, height);
  covered.forEach((many, at) => { dots.data[4 * at + 3] = opaque(many, opacity); });
  pen.putImageData(dots, 0, 0);
  on.setTransform(1, 0, 0, 1, 0, 0);
  on.drawImage(over, 0, 0);
}

function path(on: CanvasRenderingContext2D, { d, fill, stroke, line = 1, dash = [], round, opacity = 1, at }: Path): void {
  const scale = at?.scale ?? 1;
  if (at) on.translate(at.x, at.y);
  on.scale(scale, scale);
  on.globalAlpha = opacity;
  const outline = new Path2D(d);
  if (fill !== undefined) {
    on.fillStyle = fill;
    on.fill(outline, "evenodd");
  }
  if (stroke === undefined || line === 0) return;
  on.strokeStyle = stroke;
  on.lineWidth = line / scale;
  on.setLineDash(dash.map((each) => each / scale));
  if (round) on.lineJoin = "round";
  if (round === "ends") on.lineCap = "round";
  on.stroke(outline);
}

function write(on: CanvasRenderingContext2D, { text, x, y, size, fill, weight, anchor = "start", middle, turn, halo }: Text, face: string): void {
  on.translate(x, y);
  if (turn !== undefined) on.rotate((turn * Math.PI) / 180);
  on.font = font(size, weight, face);
  on.textAlign = anchor === "middle" ? "center" : anchor;
  on.textBaseline = middle === true ? "middle" : "alphabetic";
  if (halo) {
    on.strokeStyle = halo.colour;
    on.lineWidth = halo.line;
    on.lineJoin = "round";
    on.strokeText(text, 0, 0);
  }
  on.fillStyle = fill;
  on.fillText(text, 0, 0);
}

const font = (size: number, weight: string | undefined, face: string) => `${weight ?? "400"} ${String(size)}px ${face}`;

/** How wide a text will be in a picture; about, where the browser cannot draw. */
export function measuring(face: string): (text: string, size: number, weight?: string) => number {
  const on = document.createElement("canvas").getContext("2d");
  return (text, size, weight) => {
    if (!on) return text.length * size * 0.55;
    on.font = font(size, weight, face);
    return on.measureText(text).width;
  };
}

/** A picture as a file; `null` where the browser cannot draw it. */
export function file(picture: Picture, as: "svg" | "png"): Promise<Blob | null> {
  return as === "svg" ? Promise.resolve(new Blob([svg(picture)], { type: "image/svg+xml;charset=utf-8" })) : png(picture);
}
