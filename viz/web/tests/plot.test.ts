import { assert, test } from "vitest";
import { bars, beside, type Drawing, heat, lines, narrowest, picture, ticks, wide, wrapped } from "../src/core/plot";

test("ticks are round and hold all that is between them", () => {
  assert.deepEqual(ticks(0, 1766, 4), [0, 500, 1000, 1500, 2000]);
  assert.deepEqual(ticks(0, 1, 4), [0, 0.25, 0.5, 0.75, 1]);
  assert.deepEqual(ticks(3, 3, 4), [3]);
});

test("a text is broken so that no line is wider than there is room, and none of it is lost", () => {
  const text = "Deel van de banden dat tussen sectoren loopt in Berendrecht-Zandvliet-Lillo en Donaudampfschifffahrtsgesellschaft";
  const found = wrapped(text, 120, 16, 99);
  assert.ok(found.every((line) => wide(line, 16) <= 120));
  assert.strictEqual(found.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
  assert.strictEqual(wrapped(text, 120, 16, 2).length, 2);
  assert.ok(wrapped(text, 120, 16, 2)[1]?.endsWith("…"));
});

const long = "Deel van de verbonden paren dat verbonden blijft als de vijf grootste verbinders stoppen";
const drawings = (width: number, em: number): Readonly<Record<string, Drawing>> => {
  const room = { width, em };
  const keys = [{ name: "onzekerheid (95 %)", as: "line", ink: "accent" } as const, { name: "wat toeval bijna altijd geeft", as: "band", ink: "step-1" } as const];
  const grid = { rows: [long, "x"], columns: ["Berendrecht-Zandvliet-Lillo", "Dam"], cells: [[{ told: "< 5", step: null }, { told: "3", step: 4 }], [{ told: "", step: 0 }, { told: "1", step: 1 }]] };
  return {
    beside: beside([{ label: long, told: "46 % (41 % tot 50 %); bij toeval 40 %", value: 0.46, low: 0.41, high: 0.5, expected: 0.4, expectedLow: 0.3, expectedHigh: 1.7 }, { label: "x", told: "< 5", value: null }], { low: 0, high: 1, told: String }, keys, room),
    bars: bars([{ label: long, told: "84 mensen; 171 binnen, 244 naar buiten", parts: [171, 244] }, { label: "x", told: "< 5", parts: [null, 3], off: 2 }], keys, room),
    lines: lines([{ title: long, told: String, series: [{ name: "a", points: [{ x: 2016.9, y: 3, low: 1, high: 5 }, { x: 2020, y: null }, { x: 2026.9, y: 1766 }], form: "dot", ink: "accent" }] }, { title: "b", told: String, series: [] }], { low: 2016.9, high: 2026.9, steps: [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026], told: String, name: "jaar" }, keys, room),
    heat: heat(grid, { em, width: Math.max(width, narrowest(grid, em)) }),
  };
};

for (const [width, em] of [[328, 17], [328, 34], [960, 17]] as const)
  test(`every mark of a plot stands inside of it, ${String(width)} pixels wide with letters of ${String(em)}`, () => {
    for (const [name, { width: right, height, marks }] of Object.entries(drawings(width, em)))
      for (const mark of marks) {
        const at = `${name}: ${JSON.stringify(mark)}`;
        if (mark.shape === "box") assert.ok(mark.x >= -1 && mark.x + mark.width <= right + 1 && mark.y + mark.height <= height + 1, at);
        else if (mark.shape === "stroke") assert.ok(mark.along.every(({ x, y }) => x >= -1 && x <= right + 1 && y <= height + 1), at);
        else if (mark.shape === "sign") assert.ok(mark.x >= 0 && mark.x <= right && mark.y <= height, at);
        else if (mark.turn === undefined) {
          const long = wide(mark.text, mark.size, mark.bold);
          const from = mark.anchor === "end" ? mark.x - long : mark.anchor === "middle" ? mark.x - long / 2 : mark.x;
          assert.ok(from >= -1 && from + long <= right + 1 && mark.y <= height, at);
        }
      }
  });

test("what is not told is drawn as no bar and no sign", () => {
  const { marks } = beside([{ label: "a", told: "< 5", value: null }], { low: 0, high: 1, told: String }, [], { width: 600, em: 16 });
  assert.deepEqual(marks.filter(({ shape }) => shape === "sign" || shape === "box"), []);
});

const bare = (title: string) => ({ title, under: [], notes: [], em: 16 });
const look = { colour: (ink: string) => `--${ink}`, face: '"Segoe UI", sans-serif' };

test("a plot as a picture holds all of its marks, in their order, and has room around it", () => {
  for (const drawing of Object.values(drawings(600, 16))) {
    const found = picture(drawing, bare("Kringen"), look);
    const [title, ...marks] = found.marks;
    assert.deepEqual([found.title, found.width, found.ground], ["Kringen", drawing.width + 32, "--paper"]);
    assert.ok(title?.kind === "text" && title.text === "Kringen" && title.weight === "600");
    assert.deepEqual(marks.map(({ kind }) => kind), drawing.marks.map(({ shape }) => (shape === "text" ? "text" : "path")));
    assert.deepEqual(marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : [])), drawing.marks.flatMap((mark) => (mark.shape === "text" ? [mark.text] : [])));
    for (const mark of marks) if (mark.kind === "path") assert.deepEqual(mark.at, { x: 16, y: found.height - 16 - drawing.height, scale: 1 });
  }
});

test("a picture says under its title of which day it is, and below it what the page notes", () => {
  const drawing = { width: 300, height: 50, marks: [] };
  const under = ["Ploeg, toestand op 1 mei 2024. 935 mensen tellen mee; 300 daarvan zeiden nooit zelf wie ze kennen.", "Iedereen telt mee."];
  const found = picture(drawing, { title: long, under, notes: ["Getekend zijn de 20 grootste van 21 kringen."], em: 16 }, look);
  const texts = found.marks.flatMap((mark) => (mark.kind === "text" ? [mark] : []));
  assert.strictEqual(texts.map(({ text }) => text).join(" "), [long, ...under, "Getekend zijn de 20 grootste van 21 kringen."].join(" "));
  assert.deepEqual(texts.map(({ y }) => y), texts.map(({ y }) => y).toSorted((one, other) => one - other));
  assert.ok(texts.every(({ text, size, y, weight }) => wide(text, size, weight !== undefined) <= 300 && y < found.height - 10));
  assert.ok(found.height > picture(drawing, bare(long), look).height);
});

test("each mark of a plot looks in a picture as it does on the page", () => {
  const { marks } = picture({ width: 10, height: 10, marks: [
    { shape: "box", x: 1, y: 2, width: 3, height: 4, fill: "accent", edge: "field" },
    { shape: "stroke", along: [{ x: 0, y: 0 }, { x: 5, y: 1 }], ink: "ink", wide: 2, dash: "7 4" },
    { shape: "sign", form: "diamond", x: 5, y: 5, size: 2, ink: "map-2", open: true },
    { shape: "sign", form: "dot", x: 5, y: 5, size: 2, ink: "map-2" },
    { shape: "text", x: 1, y: 2, text: "a", size: 9, ink: "soft", anchor: "end", bold: true, turn: -90 },
  ] }, bare(""), look);
  const down = marks[0]?.kind === "path" ? (marks[0].at?.y ?? 0) : 0;
  const at = { x: 16, y: down, scale: 1 };
  assert.deepEqual(marks, [
    { kind: "path", d: "M1 2h3v4h-3z", at, fill: "--accent", stroke: "--field" },
    { kind: "path", d: "M0 0L5 1", at, stroke: "--ink", line: 2, dash: [7, 4] },
    { kind: "path", d: "M5 2.4L7.6 5L5 7.6L2.4 5z", at, fill: "--paper", stroke: "--map-2", line: 2 },
    { kind: "path", d: "M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0z", at, fill: "--map-2" },
    { kind: "text", text: "a", x: 17, y: down + 2, size: 9, fill: "--soft", anchor: "end", weight: "600", turn: -90 },
  ]);
});
