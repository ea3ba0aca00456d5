import { assert, test } from "vitest";
import {
  apart, type Area, beside, boxed, cells, corners, type Coverage, districts, hexagons, hidden, named, onwards, ordered, outlines, picture, ranges, regions, step, themesOf, told, touch, wide, wrapped,
} from "../src/core/city";

const area = (n: number, more: Partial<Area> = {}): Area => ({
  id: `wijk:${String(n).padStart(2, "0")}`,
  name: `Wijk ${String(n)}`,
  district: n % 7 < 3 ? "West" : "Oost",
  latitude: 51 + Math.floor(n / 7) * 0.01,
  longitude: 4 + (n % 7) * 0.016,
  outline: null,
  ...more,
});
const areas = Array.from({ length: 40 }, (_, n) => area(n));
const KEYS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const;

/** Squares side by side, each of its own corners; one of them a harbour. */
const drawn = areas.map((each, n) => {
  const [x, y, size] = [each.longitude ?? 0, each.latitude ?? 0, n === 38 ? 0.2 : 0];
  const ring: [number, number][] = [[x - 0.008, y - 0.005], [x + 0.008, y - 0.005], [x + 0.008, y + 0.005 + size], [x - 0.008, y + 0.005 + size], [x - 0.008, y - 0.005]];
  return { ...each, outline: [[ring]] };
});

test("each neighbourhood has a hexagon of its own, the same whatever the order they come in", () => {
  const found = cells(areas);
  assert.strictEqual(new Set(found.map(({ x, y }) => `${String(x)} ${String(y)}`)).size, areas.length);
  assert.deepEqual(cells([...areas].reverse()), found);
  const of = (id: string) => found.find((each) => each.area.id === id);
  assert.ok((of("wijk:38")?.y ?? 0) < (of("wijk:03")?.y ?? 0));
});

test("a city of 1, 3 or 300 neighbourhoods, with or without districts, has hexagons that touch none and lie in the picture", () => {
  for (const [count, district] of [[1, null], [3, null], [300, "Een"], [300, null]] as const) {
    const plan = hexagons(Array.from({ length: count }, (_, n) => area(n, { district })));
    assert.ok(plan);
    assert.strictEqual(plan.shapes.length, count);
    assert.deepEqual(plan.borders, []);
    const two = hexagons(plan.shapes.map((shape, n) => ({ ...shape.area, district: n % 3 === 0 ? "Twee" : "Een" })));
    // Every hexagon has six sides, of which those it shares with its own district are no border.
    const pairs = (two?.shapes ?? []).flatMap((one) => (two?.shapes ?? []).filter((other) => other.area.id > one.area.id && Math.hypot(one.x - other.x, one.y - other.y) < 1.01).map((other) => one.area.district === other.area.district));
    if (count > 1) assert.strictEqual(two?.borders.length, 6 * count - pairs.length - pairs.filter((same) => same).length);
    for (const one of plan.shapes) for (const other of plan.shapes) assert.ok(one === other || Math.hypot(one.x - other.x, one.y - other.y) > 0.99);
    for (const { x, y } of plan.shapes.flatMap((each) => corners(each))) {
      assert.ok(x >= plan.box.left && x <= plan.box.left + plan.box.width && y >= plan.box.top && y <= plan.box.top + plan.box.height);
    }
  }
  assert.strictEqual(hexagons([area(1, { latitude: null })]), null);
  assert.strictEqual(outlines(areas), null);
});

test("arrow keys get to every area, as hexagons and as outlines; Home, End and letters do so too", () => {
  for (const plan of [hexagons(areas), outlines(drawn)]) {
    const shapes = plan?.shapes ?? [];
    const seen = new Set(shapes.slice(0, 1));
    for (const shape of seen) for (const key of KEYS) seen.add(beside(shapes, shape, key));
    assert.strictEqual(seen.size, 40);
    const [first] = shapes;
    assert.ok(first);
    const start = onwards(shapes, first, -99);
    const passed = new Set([start]);
    for (let at = start; passed.size < 40; at = onwards(shapes, at, 1)) passed.add(at);
    assert.ok(shapes.every((each) => each.y >= start.y));
    assert.strictEqual(named(shapes, first, "wijk 23").area.name, "Wijk 23");
    assert.strictEqual(named(shapes, first, "nergens"), first);
  }
});

test("a harbour does not decide what is shown first", () => {
  const plan = outlines(drawn);
  assert.ok(plan);
  assert.ok(plan.box.height > 2 * plan.dense.height);
  assert.ok(plan.shapes.every(({ area: { id }, y }) => id === "wijk:38" || (y >= plan.dense.top && y <= plan.dense.top + plan.dense.height)));
});

test("the line around districts lies where another begins, and around the city", () => {
  const plan = outlines(drawn.slice(0, 7));
  assert.ok(plan);
  const middle = plan.borders.filter(([from, to]) => Math.abs(from.x - to.x) < 1e-6);
  // Two sides of the city, and one line between the third and the fourth of seven.
  assert.strictEqual(middle.length, 3);
  assert.strictEqual(plan.borders.length, 3 + 14);
  assert.deepEqual(new Set(districts(hexagons(areas)?.shapes ?? []).map(({ name }) => name)), new Set(["West", "Oost"]));
});

const words = (text: string) => ({ nl: text, en: text });
const cell = (theme: number, place: number, people: number | null, open_requests: number | null, gap: number | null) => ({ theme, place, people, open_requests, answered_requests: 0, gap });
const coverage = {
  themes: [{ id: "t0", key: null, label: words("Groen") }, { id: "t1", key: null, label: words("Wonen") }],
  places: [{ id: "wijk:00", key: null, label: words("Wijk 0") }, { id: "elders", key: null, label: words("Elders") }],
  cells: [cell(-1, -1, 9, 3, 0), cell(-1, 0, 7, 2, 0), cell(-1, 1, null, null, null), cell(0, -1, 6, 1, 0), cell(0, 0, 5, 0, 0), cell(0, 1, null, 1, null), cell(1, 0, 1, 2, 4), cell(1, 1, 0, 0, 0)],
} as unknown as Coverage;

test("what is told of an area is what coverage says of it: of one theme, or of all together", () => {
  const of = (theme: string | null) => told(areas, coverage, theme).map(({ area: { id }, people, requests, gap }) => [id, people, requests, gap]);
  assert.deepEqual(of("t1"), [["wijk:00", 1, 2, 4], ["elders", 0, 0, 0]]);
  assert.deepEqual(of("t0"), [["wijk:00", 5, 0, 0], ["elders", null, 1, null]]);
  // Of all themes together the gap is how many of them are short of people.
  assert.deepEqual(of(null), [["wijk:00", 7, 2, 1], ["elders", null, null, 0]]);
  assert.deepEqual(themesOf(coverage, "wijk:00").map(({ id, gap }) => [id, gap]), [["t1", 4], ["t0", 0]]);
  assert.deepEqual(themesOf(coverage, "nergens"), []);
});

test("steps of colour and the numbers in their legend cover every value, and none twice", () => {
  assert.deepEqual([step(null, []), step(0, [0]), step(1, [1, 2, 3, 4]), step(4, [1, 2, 3, 4])], [0, 0, 1, 4]);
  const values = [null, 0, 3, 3, 3, 8, 8, 20, 21, 90];
  const found = ranges(values);
  for (const value of values) if (value !== null) assert.strictEqual(found.filter(({ least, most }) => least <= value && value <= most).length, 1);
  assert.deepEqual(ranges([null, null]), []);
  assert.deepEqual(ranges([7]), [{ step: 4, least: 7, most: 7 }]);
});

test("a table is in the order that was asked for, with what is not told last", () => {
  const rows = [area(2), area(1), area(0)].map((each, n) => ({ area: each, people: [null, 3, 8][n] ?? null, requests: 0, answered: 0, gap: 0 }));
  const order = (by: "name" | "people" | "district") => ordered(rows, by, "nl").map(({ area: { id } }) => id.slice(-1)).join("");
  assert.deepEqual([order("name"), order("people"), order("district")], ["012", "012", "012"]);
  assert.deepEqual(ordered(rows, "people", "nl").map(({ people }) => people), [8, 3, null]);
});

test("a long name stands on few lines that fit, and says when something was left out", () => {
  for (const name of ["Dam", "Borgerhout Intra Muros Zuid", "Luchtbal - Rozemaai - Schoonbroek", "Tentoonstellingswijk", "Sint-Job-in-’t-Goor", "W".repeat(60)])
    for (const width of [6.2, 8, 14]) {
      const lines = wrapped(name, width, 3);
      assert.ok(lines.length <= 3);
      assert.ok(lines.every((line) => wide(line) <= width + 0.6), `${name}: ${lines.join("|")}`);
      const plain = (text: string) => text.replaceAll(/[ -]/g, "");
      if (!lines.join("").endsWith("…")) assert.strictEqual(plain(lines.join("")), plain(name));
    }
  assert.deepEqual(wrapped("Dam", 8, 2), ["Dam"]);
  assert.deepEqual(wrapped("Theaterbuurt & Meir", 5.8, 3), ["Theater-", "buurt &", "Meir"]);
  assert.deepEqual(wrapped("Borgerhout Zuid", 6.5, 2), ["Borgerhout", "Zuid"]);
});

test("texts that would touch are left out, the first first", () => {
  const text = (x: number) => ({ text: "12", x, y: 0, size: 12 });
  assert.ok(touch(text(0), text(10)));
  assert.deepEqual(apart([text(0), text(10), text(60)]).map(({ x }) => x), [0, 60]);
  assert.deepEqual(apart([text(0)], [text(4)]), []);
});

test("an area of which a count may not be told hides something; a gap of which nothing can be said is another thing", () => {
  const all = { people: 7, requests: 0, answered: 5 };
  assert.ok(!hidden(all));
  for (const one of ["people", "requests", "answered"] as const) assert.ok(hidden({ ...all, [one]: null }));
});

test("a picture of the city has its title above, what colours mean below, and room for both", () => {
  const areas = { marks: [{ kind: "path", d: "M0 0z", fill: "#123456" } as const], width: 100, height: 50 };
  const legend = [{ at: 0, text: "1 tot 4" }, { at: 4, text: "14 tot 35" }, { at: -1, text: "minder dan vijf mensen, en daarom niet geteld op de kaart" }];
  const found = picture(areas, { title: "Mensen", source: "Ploeg", legend }, { colour: (name) => `--${name}`, face: "sans-serif" });
  assert.deepEqual(found.marks.flatMap((mark) => (mark.kind === "text" ? [mark.text] : [])), ["Mensen", "Ploeg", ...legend.map(({ text }) => text)]);
  const swatches = found.marks.flatMap((mark) => (mark.kind === "path" ? [[mark.fill, mark.dash !== undefined]] : []));
  assert.deepEqual(swatches, [["#123456", false], ["--step-0", false], ["--step-4", false], ["--ground", true]]);
  for (const mark of found.marks) if (mark.kind === "text") assert.ok(mark.x + mark.text.length * 6 <= found.width && mark.y < found.height, mark.text);
  assert.strictEqual(found.height, 148);
});

const inRings = (x: number, y: number, across: number, at: { readonly x: number; readonly y: number }) => {
  const [dx, dy] = [Math.abs(x - at.x), Math.abs(y - at.y)];
  return dx <= across / 2 && dy <= across / Math.sqrt(3) - dx / Math.sqrt(3);
};

test("the name of a district stands beside its hexagons or on a ground of its own, over no number and no other name", () => {
  const five = ["Noord", "Zuid-Oost-Kwartier", "Berendrecht-Zandvliet-Lillo", "Hart", "West"];
  const plan = hexagons(areas.map((each, n) => ({ ...each, name: `Wijk ${String(n)}`, district: five[Math.floor(n / 7) % 5] ?? null })));
  assert.ok(plan);
  for (const scale of [32, 54, 110])
    for (const pad of [0, 60]) {
      const at = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: pad + (x - plan.box.left) * scale, y: 20 + (y - plan.box.top) * scale });
      const size = { width: plan.box.width * scale + 2 * pad, height: plan.box.height * scale + 40 };
      const numbers = plan.shapes.map((shape) => ({ text: "128", ...at(shape), size: 13 }));
      const own = districts(plan.shapes).map(({ name, together }) => ({ name, own: together.map((shape) => ({ ...at(shape), wide: scale })) }));
      const found = regions(own, plan.shapes.map((shape) => ({ ...at(shape), wide: scale })), numbers, 13, size);
      assert.ok(found.length >= (scale > 32 ? 4 : 3), `${String(scale)} ${String(pad)}: ${found.map(({ text }) => text).join()}`);
      found.forEach((one, n) => {
        const box = boxed(one.text, 13);
        const [left, top] = [one.x - box.wide / 2, one.y - box.high / 2];
        assert.ok(left >= 0 && top >= 0 && left + box.wide <= size.width && top + box.high <= size.height, one.text);
        for (const number of numbers) assert.ok(!touch(one, number), `${one.text} over a number`);
        for (const other of found.slice(n + 1)) assert.ok(!touch(one, other), `${one.text} over ${other.text}`);
        const corners = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [top, top + box.high].map((y) => [left + share * box.wide, y] as const));
        const over = plan.shapes.some((shape) => corners.some(([x, y]) => inRings(x, y, scale, at(shape))));
        if (!one.ground) assert.ok(!over, `${one.text} over a hexagon`);
        const [from, to] = one.lead ?? [one, one];
        for (const share of [0, 0.2, 0.4, 0.6, 0.8])
          for (const number of numbers) {
            const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
            assert.ok(one.lead === null || Math.abs(x - number.x) > 10 || Math.abs(y - number.y) > 6, `a line of ${one.text} over a number`);
          }
      });
    }
});

test("a district that is hemmed in has its name between two rows, or none where there is no room", () => {
  const wall = Array.from({ length: 49 }, (_, n) => ({ x: 60 + (n % 7) * 40 + (Math.floor(n / 7) % 2) * 20, y: 60 + Math.floor(n / 7) * 34.64, wide: 40 }));
  const inner = wall.slice(24, 25);
  const lines = wall.map(({ x, y }) => ({ text: "12", x, y, size: 12 }));
  const all = [{ name: "Rand", own: wall.filter((each) => !inner.includes(each)) }, { name: "Hart", own: inner }];
  const [, heart] = regions(all, wall, lines, 12, { width: 360, height: 340 });
  assert.ok(heart?.ground && heart.text === "Hart");
  const full = wall.map(({ x, y }) => ({ text: "1234567", x, y, size: 34 }));
  assert.ok(!regions(all, wall, full, 12, { width: 360, height: 340 }).some(({ text }) => text === "Hart"));
});
