/** A map as a file: a picture of dots, or one of lines that can be made as large as one likes. */

import { type Ink, type Measure, type Sheet, svg } from "../core/map";

const TWICE = 1.5;
const FAMILY = "system-ui, sans-serif";

/** How wide text is in the fonts of this browser. */
export function measuring(): Measure {
  const pen = document.createElement("canvas").getContext("2d");
  return (text, size, strong) => {
    if (!pen) return text.length * size * 0.55;
    pen.font = font(size, strong);
    return pen.measureText(text).width;
  };
}

export function asSvg(made: Sheet, ink: Ink, title: string): Blob {
  return new Blob([svg(made, ink, title)], { type: "image/svg+xml" });
}

export function asPng(made: Sheet, ink: Ink): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(made.width * TWICE);
  canvas.height = Math.round(made.height * TWICE);
  const pen = canvas.getContext("2d");
  if (pen === null) return Promise.resolve(null);
  pen.scale(TWICE, TWICE);
  pen.fillStyle = ink.ground;
  pen.fillRect(0, 0, made.width, made.height);
  pen.globalAlpha = ink.opacity;
  pen.strokeStyle = ink.line;
  pen.beginPath();
  for (let at = 0; at < made.lines.length; at += 4) {
    pen.moveTo(made.lines[at] ?? 0, made.lines[at + 1] ?? 0);
    pen.lineTo(made.lines[at + 2] ?? 0, made.lines[at + 3] ?? 0);
  }
  pen.stroke();
  for (const { x, y, radius, colour, square, clear } of made.marks) {
    pen.globalAlpha = clear ? 0.35 : 1;
    pen.fillStyle = ink.palette[colour] ?? ink.ink;
    pen.strokeStyle = ink.ground;
    pen.beginPath();
    if (square) pen.rect(x - radius * 0.9, y - radius * 0.9, radius * 1.8, radius * 1.8);
    else pen.arc(x, y, radius, 0, 2 * Math.PI);
    pen.fill();
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.lineWidth = 4;
  for (const { text, left, top, high, size, strong } of made.texts) {
    pen.font = font(size, strong);
    pen.strokeStyle = ink.ground;
    pen.strokeText(text, left, top + high / 2);
    pen.fillStyle = ink.ink;
    pen.fillText(text, left, top + high / 2);
  }
  return new Promise((done) => {
    canvas.toBlob(done, "image/png");
  });
}

function font(size: number, strong: boolean): string {
  return `${strong ? "650 " : ""}${String(size)}px ${FAMILY}`;
}
