/** Pictures to take along: what is drawn on the page read back as marks, and marks as an image. */

import { FONT, type Mark, type Picture, svg } from "../core/picture";

/** Read the lines and texts of an SVG on the page, as it looks now; what has the class `screen` is for the screen only. */
export function marksOf(drawing: SVGSVGElement, down: number): readonly Mark[] {
  return [...drawing.querySelectorAll<SVGGraphicsElement>("path, text")].flatMap((each): Mark[] => {
    if (each.closest(".screen")) return [];
    const looks = getComputedStyle(each);
    const at = each.getCTM();
    if (!at || looks.display === "none") return [];
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
          halo: looks.stroke,
          anchor: looks.textAnchor === "middle" ? "middle" : "start",
        },
      ];
    return [
      {
        kind: "path",
        d: each.getAttribute("d") ?? "",
        x: at.e,
        y: at.f + down,
        scale: at.a,
        fill: looks.fill,
        stroke: looks.stroke,
        line: parseFloat(looks.strokeWidth),
      },
    ];
  });
}

/** A picture as PNG, twice as fine as the screen. The policy of the page lets no image be made of SVG, so it is drawn. */
async function png(picture: Picture): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  const fine = Math.min(2, 8000 / Math.max(picture.width, picture.height));
  canvas.width = Math.ceil(picture.width * fine);
  canvas.height = Math.ceil(picture.height * fine);
  const on = canvas.getContext("2d");
  if (!on) return null;
  on.scale(fine, fine);
  on.fillStyle = picture.ground;
  on.fillRect(0, 0, picture.width, picture.height);
  on.lineJoin = "round";
  for (const mark of picture.marks) put(on, mark);
  return new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
}

function put(on: CanvasRenderingContext2D, mark: Mark): void {
  on.save();
  if (mark.kind === "path") {
    on.translate(mark.x, mark.y);
    on.scale(mark.scale, mark.scale);
    const path = new Path2D(mark.d);
    if (mark.fill !== "none") {
      on.fillStyle = mark.fill;
      on.fill(path, "evenodd");
    }
    if (mark.stroke !== "none" && mark.line > 0) {
      on.strokeStyle = mark.stroke;
      on.lineWidth = mark.line / mark.scale;
      on.stroke(path);
    }
  } else {
    on.font = `${mark.weight} ${String(mark.size)}px ${FONT}`;
    on.textAlign = mark.anchor === "middle" ? "center" : "left";
    if (mark.halo !== "none") {
      on.strokeStyle = mark.halo;
      on.lineWidth = 3;
      on.strokeText(mark.text, mark.x, mark.y);
    }
    on.fillStyle = mark.fill;
    on.fillText(mark.text, mark.x, mark.y);
  }
  on.restore();
}

/** A picture as a file; `null` where the browser cannot draw it. */
export function file(picture: Picture, as: "svg" | "png"): Promise<Blob | null> {
  return as === "svg" ? Promise.resolve(new Blob([svg(picture)], { type: "image/svg+xml" })) : png(picture);
}
