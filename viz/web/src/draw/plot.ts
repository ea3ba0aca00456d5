/** Draws a plot on a canvas: the policy of the page lets no picture be made of a text. */

import { type Drawing, type Ink, type Look, MARGIN, outline, pathOf } from "../core/plot";

const SHARP = 2;

/** The colours and the face that the page has now. */
export function lookNow(): Look {
  const style = getComputedStyle(document.documentElement);
  return {
    colour: (ink: Ink) => style.getPropertyValue(`--${ink}`).trim(),
    face: style.getPropertyValue("--sans").trim(),
  };
}

export async function png(drawing: Drawing, { colour, face }: Look): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil((drawing.width + 2 * MARGIN) * SHARP);
  canvas.height = Math.ceil((drawing.height + 2 * MARGIN) * SHARP);
  const on = canvas.getContext("2d");
  if (!on) throw new Error("canvas");
  on.scale(SHARP, SHARP);
  on.fillStyle = colour("paper");
  on.fillRect(0, 0, canvas.width, canvas.height);
  on.translate(MARGIN, MARGIN);
  for (const mark of drawing.marks) {
    on.setLineDash([]);
    if (mark.shape === "box") {
      on.fillStyle = colour(mark.fill);
      on.fillRect(mark.x, mark.y, mark.width, mark.height);
      if (mark.edge) {
        on.lineWidth = 1;
        on.strokeStyle = colour(mark.edge);
        on.strokeRect(mark.x, mark.y, mark.width, mark.height);
      }
    } else if (mark.shape === "stroke") {
      on.lineWidth = mark.wide;
      on.strokeStyle = colour(mark.ink);
      on.setLineDash(mark.dash ? mark.dash.split(" ").map(Number) : []);
      on.stroke(new Path2D(pathOf(mark.along)));
    } else if (mark.shape === "sign") {
      const path = new Path2D(outline(mark));
      on.fillStyle = colour(mark.open ? "paper" : mark.ink);
      on.fill(path);
      if (mark.open) {
        on.lineWidth = 2;
        on.strokeStyle = colour(mark.ink);
        on.stroke(path);
      }
    } else {
      on.save();
      on.translate(mark.x, mark.y);
      on.rotate(((mark.turn ?? 0) * Math.PI) / 180);
      on.font = `${mark.bold ? "600 " : ""}${String(mark.size)}px ${face}`;
      on.fillStyle = colour(mark.ink);
      on.textAlign = mark.anchor === "middle" ? "center" : (mark.anchor ?? "start");
      on.fillText(mark.text, 0, 0);
      on.restore();
    }
  }
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => {
      if (blob) done(blob);
      else failed(new Error("canvas"));
    }, "image/png");
  });
}
