import { assert, test } from "vitest";
import { disc, type Mark, type Picture, polyline, rectangle, spread, svg } from "../src/core/picture";
import { file, marksOf } from "../src/draw/picture";

const of = (marks: readonly Mark[], more: Partial<Picture> = {}): Picture => ({ title: "Kaart", width: 40, height: 40, ground: "#ffffff", face: "sans-serif", marks, ...more });
const read = (picture: Picture) => {
  const found = new DOMParser().parseFromString(svg(picture), "image/svg+xml");
  assert.strictEqual(found.querySelector("parsererror"), null);
  return found.documentElement;
};

/** What colour stands at some points: of the PNG, and of the SVG as the browser shows it. */
async function colours(picture: Picture, as: "svg" | "png", points: readonly (readonly [number, number])[]): Promise<readonly string[]> {
  const blob = await file(picture, as);
  assert.ok(blob);
  const image = new Image(picture.width, picture.height);
  image.src = URL.createObjectURL(blob);
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [picture.width, picture.height];
  const on = canvas.getContext("2d");
  assert.ok(on);
  on.drawImage(image, 0, 0, picture.width, picture.height);
  return points.map(([x, y]) => [...on.getImageData(x, y, 1, 1).data.slice(0, 3)].map((each) => each.toString(16).padStart(2, "0")).join(""));
}

test("a picture stands alone, and what is written in it breaks nothing", () => {
  const found = of([
    { kind: "path", d: "M0 0L1 1", at: { x: 1, y: 2, scale: 3 }, stroke: "#000" },
    { kind: "text", text: "< 5 & \u0001meer", x: 1, y: 1, size: 12, weight: "700", fill: "#000", halo: { colour: "#fff", line: 3 }, anchor: "middle" },
  ], { title: 'Wijk "A" & <B>', face: '"Segoe UI", sans-serif' });
  const drawn = read(found);
  assert.deepEqual(["title", "text"].map((each) => drawn.querySelector(each)?.textContent), ['Wijk "A" & <B>', "< 5 & meer"]);
  assert.strictEqual(drawn.getAttribute("font-family"), '"Segoe UI", sans-serif');
  assert.notMatch(svg(found), /href|url\(|class=|style=|var\(|undefined|NaN/);
});

test("what a mark does not say of its looks is not written", () => {
  const drawn = read(of([{ kind: "path", d: "M0 0L1 1", fill: "#111" }, { kind: "text", text: "a", x: 1, y: 1, size: 12, fill: "#000" }]));
  assert.deepEqual(["path", "text"].map((each) => drawn.querySelector(each)?.getAttributeNames()), [["d", "fill"], ["x", "y", "font-size", "fill"]]);
});

test("outlines are closed and end where they begin", () => {
  const path = (d: string) => {
    const found = document.createElementNS("http://www.w3.org/2000/svg", "path");
    found.setAttribute("d", d);
    return found;
  };
  assert.approximately(path(disc(10, 20, 5)).getTotalLength(), 2 * Math.PI * 5, 0.1);
  assert.approximately(path(rectangle(1, 2, 3, 4)).getTotalLength(), 14, 0.01);
  assert.strictEqual(polyline([{ x: 0, y: 1 }, { x: 2.005, y: -3 }]), "M0 1L2.01 -3");
});

for (const as of ["svg", "png"] as const) {
  test(`areas, lines, holes and what shows through look as they were told to, as ${as.toUpperCase()}`, async () => {
    const picture = of([
      { kind: "path", d: `${rectangle(0, 0, 20, 20)}${rectangle(5, 5, 10, 10)}`, fill: "#0000ff" },
      { kind: "path", d: "M0 0H10", at: { x: 0, y: 30, scale: 4 }, stroke: "#ff0000", line: 6 },
      { kind: "path", d: rectangle(24, 0, 16, 16), fill: "#000000", opacity: 0.4 },
      { kind: "path", d: "M0 38H40", stroke: "#00ff00", line: 4, dash: [10, 10] },
    ]);
    // A stroke is as wide as it says, however much its path is made larger.
    const found = await colours(picture, as, [[2, 10], [10, 10], [20, 31], [20, 25], [30, 8], [5, 38], [15, 38]]);
    assert.deepEqual(found, ["0000ff", "ffffff", "ff0000", "ffffff", "999999", "00ff00", "ffffff"]);
  });

  test(`words stand where they should, turned, anchored and with an edge, as ${as.toUpperCase()}`, async () => {
    // A letter that is a full block in every face.
    const block = { kind: "text", text: "██", size: 8, fill: "#0000ff" } as const;
    const picture = of([
      { ...block, x: 20, y: 10, anchor: "end" },
      { ...block, x: 30, y: 38, turn: -90 },
      { ...block, x: 8, y: 25, middle: true, halo: { colour: "#ff0000", line: 6 } },
    ]);
    const found = await colours(picture, as, [[17, 7], [24, 7], [27, 35], [35, 36], [11, 25], [6, 25]]);
    assert.deepEqual(found, ["0000ff", "ffffff", "0000ff", "ffffff", "0000ff", "ff0000"]);
  });
}

for (const [asked, dots] of [[{}, [80, 80]], [{ fine: 1.5 }, [60, 60]], [{ width: 9000, height: 10 }, [8000, 9]]] as const)
  test(`a picture is as fine as was asked, as far as a canvas holds it: ${JSON.stringify(asked)}`, async () => {
    const blob = await file(of([], asked), "png");
    assert.ok(blob);
    const { width, height } = await createImageBitmap(blob);
    assert.deepEqual([width, height], [...dots]);
  });

test("what is drawn on the page is read as it looks, without what is for the screen only", () => {
  const frame = document.createElement("div");
  frame.innerHTML = `<svg width="90" height="90">
    <g transform="scale(3)" fill="none" stroke="#0000ff" stroke-width="2">
      <path d="M0 0L5 5" stroke-dasharray="3 2" />
      <path d="M0 0L6 6" stroke-linecap="round" />
      <path d="M0 0L7 7z" fill="#ff0000" stroke="none" />
      <g class="screen"><path d="M9 9" /></g>
      <path d="M8 8" display="none" />
    </g>
    <text x="4" y="5" font-size="10" font-weight="700" text-anchor="middle" fill="#00ff00">12</text>
    <text x="4" y="9" font-size="10" fill="#00ff00" stroke="#ffffff">Dam</text>
  </svg>`;
  document.body.append(frame);
  const drawing = frame.querySelector("svg");
  assert.ok(drawing);
  const found = marksOf(drawing, 64);
  frame.remove();
  const [at, stroke, green] = [{ x: 0, y: 64, scale: 3 }, "rgb(0, 0, 255)", "rgb(0, 255, 0)"];
  assert.deepEqual(found, [
    { kind: "path", d: "M0 0L5 5", at, stroke, line: 2, round: "corners", dash: [3, 2] },
    { kind: "path", d: "M0 0L6 6", at, stroke, line: 2, round: "ends" },
    { kind: "path", d: "M0 0L7 7z", at, fill: "rgb(255, 0, 0)" },
    { kind: "text", text: "12", x: 4, y: 69, size: 10, weight: "700", fill: green, anchor: "middle" },
    { kind: "text", text: "Dam", x: 4, y: 73, size: 10, weight: "400", fill: green, anchor: "start", halo: { colour: "rgb(255, 255, 255)", line: 3 } },
  ]);
});

test("what a line covers of the dots is as long as it is, times how wide it is", () => {
  for (const [x0, y0, x1, y1] of [[5.5, 5.5, 30.5, 5.5], [5.5, 30.5, 5.5, 5.5], [3.5, 4.5, 33.5, 22.5], [33.5, 4.5, 21.5, 36.5]] as const) {
    const dots = new Float32Array(40 * 40);
    spread(dots, 40, new Float32Array([x0, y0, x1, y1]), 0, 1, 1, 1.5);
    const covered = dots.reduce((sum, each) => sum + each, 0);
    assert.approximately(covered / (Math.hypot(x1 - x0, y1 - y0) * 1.5), 1, 0.05);
    assert.ok(dots.every((each) => each <= 1.0001));
  }
});

test("lines that leave the picture, or have no length, cover nothing beyond it", () => {
  const dots = new Float32Array(20 * 10);
  spread(dots, 20, new Float32Array([-50, 5, 70, 5, 4, -90, 4, 90, 3, 3, 3, 3]), 0, 3, 1, 1);
  assert.approximately(dots.reduce((sum, each) => sum + each, 0), 20 + 10, 0.5);
  assert.strictEqual(dots.length, 200);
});

for (const as of ["svg", "png"] as const)
  test(`a great many lines are all there, and darker where they lie over each other, as ${as.toUpperCase()}`, async () => {
    const ends = Float32Array.from({ length: 4 * 2_500 }, (_, at) => (at % 4 === 0 ? 0 : at % 4 === 2 ? 40 : at < 4 ? 10.5 : at < 8 ? 20.5 : at < 12 ? 20.5 : 30.5));
    const picture = of([{ kind: "lines", ends, stroke: "#000000", line: 1, opacity: 0.2 }]);
    const [none, one, two, many] = await colours(picture, as, [[20, 5], [20, 10], [20, 20], [20, 30]]);
    assert.strictEqual(none, "ffffff");
    const level = (colour: string | undefined) => parseInt((colour ?? "").slice(0, 2), 16);
    assert.ok(Math.abs(level(one) - 204) <= 4, one);
    // In one path of an SVG two that lie over each other count once.
    assert.ok(as === "svg" ? level(two) <= 208 : Math.abs(level(two) - 163) <= 4, two);
    assert.ok(level(many) < level(one) + 4, many);
  });
