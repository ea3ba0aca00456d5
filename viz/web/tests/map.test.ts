import { assert, test } from "vitest";
import {
  along, around, asCommunities, between, broken, choices, circles, communitiesFirst, communityId, communityOf, covers, extent, failing, finder, fitted, HIDDEN, left, type MapOut, network, nextTo, options, overlap, panned, picture, placed, plane, reach, readFilter, room, scene, screen, sceneOfCircles, sheet, toggled, written, zoomed, type Wanted,
} from "../src/core/map";
import { map } from "./a-map";

/** So many people in communities of ten on a ring, each tied to the next, in turn in 2023 and 2025. */
function made(people: number): MapOut {
  const all = Array.from({ length: people }, (_, at) => at);
  const turn = (at: number) => Math.floor(at / 10) * ((20 * Math.PI) / people);
  return {
    as_of: "2026-01-01", revision: null,
    nodes: {
      id: all.map((at) => `p${String(at)}`), key: null, label: all.map((at) => `Iemand ${String(at)}`), kind: all.map(() => "person" as const),
      x: all.map((at) => Math.round(32_768 + 22_000 * Math.cos(turn(at)) + 2_500 * Math.cos(at * 0.63))),
      y: all.map((at) => Math.round(32_768 + 22_000 * Math.sin(turn(at)) + 2_500 * Math.sin(at * 0.63))),
      sector: all.map((at) => at % 2), level: all.map((at) => (at % 3) + 1), neighbourhood: null, district: null,
      themes: null, talents: null, community: all.map((at) => Math.floor(at / 10)), size: null, degree: all.map((at) => 1 + (at % 7)), betweenness: null,
    },
    edges: {
      start: all.slice(1).map((at) => (at === 1 ? 0 : 1)), end: all.slice(1), kind: all.slice(1).map(() => "tie" as const),
      weight: all.slice(1).map(() => 50), count: null, year: all.slice(1).map((at) => (at % 2 ? 2023 : 2025)),
    },
    communities: all.filter((at) => at % 10 === 0).map((at) => ({ name: { nl: `Kring ${String(at)}`, en: `Circle ${String(at)}` }, people: 10 })),
    words: ["city", "resident"], counts: {}, consents: [], pseudonyms: false, notes: [],
  };
}
const found = network(made(100));
const whole = scene(found, found.nodes, {}, "sector", ["city", "resident"], "degree");
const view = { width: 800, height: 600 };
const camera = fitted(found.nodes, view);

test("all that is fitted into sight is in sight, and as large as it can be", () => {
  const at = found.nodes.map((node) => screen(camera, view, node));
  assert.ok(at.every(({ x, y }) => x >= 0 && y >= 0 && x <= view.width && y <= view.height));
  const high = Math.max(...at.map(({ y }) => y)) - Math.min(...at.map(({ y }) => y));
  assert.ok(high > view.height - 100);
});

test("a place of the plane goes to the screen and back", () => {
  const there = { x: 12_345, y: 54_321 };
  const back = plane(camera, view, screen(camera, view, there));
  assert.ok(Math.abs(back.x - there.x) < 1e-6 && Math.abs(back.y - there.y) < 1e-6);
});

test("zooming keeps what is under the mouse where it is, and has an end both ways", () => {
  const mouse = { x: 100, y: 500 };
  const under = plane(camera, view, mouse);
  const nearer = zoomed(camera, view, 3, mouse);
  const now = screen(nearer, view, under);
  assert.ok(Math.abs(now.x - mouse.x) < 1e-6 && Math.abs(now.y - mouse.y) < 1e-6);
  assert.strictEqual(zoomed(zoomed(camera, view, 1e9, mouse), view, 2, mouse).scale, zoomed(camera, view, 1e9, mouse).scale);
  assert.strictEqual(zoomed(zoomed(camera, view, 1e-9, mouse), view, 0.5, mouse).scale, zoomed(camera, view, 1e-9, mouse).scale);
});

test("what is dragged to the right goes to the right, and the plane never leaves", () => {
  const node = found.nodes[40];
  assert.ok(node);
  const [before, after] = [screen(camera, view, node), screen(panned(camera, 30, 20), view, node)];
  assert.deepEqual([Math.round(after.x - before.x), Math.round(after.y - before.y)], [30, 20]);
  assert.strictEqual(panned(camera, 1e12, 0).x, 0);
  assert.strictEqual(between(camera, panned(camera, 10, 0), 1).x, panned(camera, 10, 0).x);
});

const named = (text: string) => ({ text, lines: [text] });
const wanted = (n: number): readonly Wanted[] =>
  Array.from({ length: n }, (_, at) => ({ ...named(`Naam ${String(at)}`), x: (at * 37) % 800, y: (at * 53) % 600, radius: 5, stands: at % 5 === 0 ? "around" : "beside", wide: 90, high: 16 }));

test("no name is written over another, and none is cut off", () => {
  const names = placed(wanted(200), view);
  assert.ok(names.length > 20);
  names.forEach((one, at) => {
    assert.ok(one.left >= 0 && one.top >= 0 && one.left + one.wide <= view.width && one.top + one.high <= view.height);
    for (const other of names.slice(at + 1)) assert.ok(!overlap(one, other), `${one.text} over ${other.text}`);
  });
});

test("the first name always has a place, and a later one gives way to it", () => {
  const [first] = wanted(1);
  assert.ok(first);
  const middle = { ...first, x: 400, y: 300, radius: 30, stands: "around" as const };
  assert.deepEqual(placed(Array<Wanted>(9).fill(middle), view).map(({ left, top }) => [left, top]), [[355, 333], [355, 251], [433, 292], [277, 292]]);
  assert.strictEqual(placed([middle], view)[0]?.left, 400 - 45);
});

test("the name of a disc stands in it where it fits, else beside it, and leaves every other disc free", () => {
  const disc = (x: number, radius: number): Wanted => ({ ...named("Dam"), x, y: 300, radius, stands: "inside", wide: 60, high: 16 });
  assert.deepEqual(placed([disc(400, 40)], view).map(({ left, top }) => [left, top]), [[370, 292]]);
  assert.deepEqual(placed([disc(400, 20)], view).map(({ left, top }) => [left, top]), [[370, 323]]);
  const discs = Array.from({ length: 60 }, (_, at) => ({ ...named(`Kring ${String(at)}`), x: 60 + (at % 10) * 75, y: 60 + Math.floor(at / 10) * 95, radius: 12 + (at % 4) * 6, stands: "around" as const, wide: 90, high: 34 }));
  const names = placed(discs, view, discs);
  assert.ok(names.length > 15);
  for (const name of names) for (const other of discs) assert.ok(other.text === name.text || !covers(name, other), `${name.text} over ${other.text}`);
});

test("a long name is broken between words into lines about as long, and none of it is left out", () => {
  const letters = (line: string) => line.length;
  assert.deepEqual(broken("Dam", 20, letters), ["Dam"]);
  assert.deepEqual(broken("Noord rond Buurtcomité De Rode Tram", 24, letters), ["Noord rond Buurtcomité", "De Rode Tram"]);
  for (const name of ["Centraal station rond Sociaal centrum De Slapende Brug (fictief)", "W".repeat(50), "Luchtbal - Rozemaai - Schoonbroek en alles wat daar nog bij hoort, tot aan de haven toe"])
    for (const width of [8, 20, 30]) {
      const lines = broken(name, width, letters);
      assert.ok(lines.length <= 3);
      assert.strictEqual(lines.join(" ").replaceAll(/\s/g, ""), name.replaceAll(/\s/g, ""));
    }
});

test("a filter on years leaves who has a tie of that year, and draws those ties only", () => {
  const filter = { year: ["2023"] };
  const shown = left(found, filter);
  const drawn = scene(found, shown, filter, "sector", [], null);
  assert.deepEqual(new Set(drawn.edges.map((at) => found.edges[at]?.year)), new Set(["2023"]));
  assert.strictEqual(shown.length, choices(found, {}, ["year"]).get("year")?.find(({ value }) => value === "2023")?.count);
});

test("what each choice leaves is what is left when it is taken, with any other filter", () => {
  for (const filter of [{}, { sector: ["city"] }, { sector: ["city"], level: ["2"] }])
    for (const [field, values] of choices(found, filter, found.fields))
      for (const { value, count } of values)
        assert.strictEqual(left(found, { ...filter, [field]: [value] }).length, count, `${field} ${value}`);
});

test("communities are discs with those who are shown, the largest first", () => {
  const all = circles(found.nodes);
  assert.strictEqual(all.length, 10);
  assert.ok(all.every(({ people }) => people === 10));
  const some = circles(left(found, { sector: ["city"] }));
  assert.ok(some.every(({ people }) => people === 5));
  assert.strictEqual(communityOf(communityId(7)), 7);
  assert.strictEqual(communityOf("person:7"), null);
});

test("a network of communities has the ties between them, each counted once", () => {
  const { network: discs } = asCommunities(found, found.nodes, whole.edges, String);
  const crossing = found.edges.filter(({ from, to }) => Math.floor(from / 10) !== Math.floor(to / 10)).length;
  assert.strictEqual(discs.edges.reduce((sum, { count }) => sum + (count ?? 0), 0), crossing);
  assert.deepEqual(around(discs, 0).map(({ node }) => node.label).sort(), ["1"]);
});

test("who is under the mouse is found as by looking at everybody", () => {
  const seeker = finder(found.nodes, whole);
  for (let n = 0; n < 300; n++) {
    const place = { x: (n * 7919) % 65_536, y: (n * 104_729) % 65_536 };
    const near = found.nodes.filter((node) => Math.hypot(node.x - place.x, node.y - place.y) <= 2_000);
    const nearest = [...near].sort((one, other) => Math.hypot(one.x - place.x, one.y - place.y) - Math.hypot(other.x - place.x, other.y - place.y))[0];
    assert.strictEqual(seeker.at(place, 2_000, () => 0), nearest?.at ?? null);
  }
});

test("a disc is found wherever in it one points, and nothing beside it", () => {
  const { network: discs, circles: all } = asCommunities(found, found.nodes, whole.edges, String);
  const drawn = sceneOfCircles(discs, all);
  const seeker = finder(discs.nodes, drawn);
  const largest = [...all].sort((one, other) => other.radius - one.radius)[0];
  assert.ok(largest);
  const at = seeker.at({ x: largest.x, y: largest.y }, 10, (node) => drawn.radius[node] ?? 0);
  assert.notStrictEqual(at, null);
  assert.strictEqual(seeker.at({ x: -1e6, y: 0 }, 10, (node) => drawn.radius[node] ?? 0), null);
});

test("who is filtered out is not next to anybody", () => {
  const filter = { sector: ["city"] };
  const drawn = scene(found, left(found, filter), filter, "sector", [], null);
  assert.deepEqual([...nextTo(found, drawn, 2).nodes], [2]);
  assert.strictEqual(drawn.colour[1], HIDDEN);
});

test("a route stands out with its people and the ties between them", () => {
  const lit = along(found, [["p3", "p4", "p5"]]);
  assert.deepEqual([...(lit?.nodes ?? [])], [3, 4, 5]);
  assert.deepEqual([...(lit?.edges ?? [])].map((at) => [found.edges[at]?.from, found.edges[at]?.to]), [[3, 4], [4, 5]]);
  assert.strictEqual(along(found, [["niemand"]]), null);
});

const measure = (text: string, size: number) => text.length * size * 0.5;
const areas = circles(found.nodes).map((circle) => ({ ...circle, name: `Kring ${String(circle.community)}` }));
const told = { title: "Kaart & <netwerk>", under: "100 op de kaart", legend: Array.from({ length: 30 }, (_, colour) => ({ colour, text: `waarde ${String(colour)}` })), notes: [Array(60).fill("woorden").join(" ")] };

test("in a picture no text stands over another, and all of it is inside", () => {
  const made = sheet(found, whole, areas, told, measure);
  const boxes = made.texts.map((each) => ({ ...each }));
  boxes.forEach((one, at) => {
    assert.ok(one.left >= 0 && one.top >= 0 && one.left + one.wide <= made.width && one.top + one.high <= made.height, one.text);
    for (const other of boxes.slice(at + 1))
      assert.ok(
        one.left >= other.left + other.wide || other.left >= one.left + one.wide || one.top + 0.01 >= other.top + other.high || other.top + 0.01 >= one.top + one.high,
        `${one.text} over ${other.text}`,
      );
  });
  for (const said of ["Kring 3", "100 op de kaart", "waarde 29"]) assert.ok(boxes.some(({ text }) => text === said), said);
  assert.strictEqual(made.lines.length, 4 * found.edges.length);
});

const ink = { palette: ["#111111", "#222222"], ink: "#000000", ground: "#ffffff", line: "#333333", opacity: 0.2, face: "sans-serif" };

test("a picture holds every node and every text, and all ties below them", () => {
  const made = sheet(found, whole, [], told, measure);
  const { title, width, height, ground, marks } = picture(made, ink, told.title);
  assert.deepEqual([title, width, height, ground], [told.title, made.width, made.height, "#ffffff"]);
  const [ties, ...others] = marks;
  assert.ok(ties?.kind === "lines" && ties.stroke === "#333333" && ties.opacity === 0.2);
  assert.deepEqual(ties.ends, made.lines);
  assert.strictEqual(others.filter(({ kind }) => kind === "path").length, found.nodes.length + told.legend.length);
  assert.deepEqual(others.flatMap((mark) => (mark.kind === "text" ? [mark.text] : [])), made.texts.map(({ text }) => text));
});

test("in a picture organisations are squares and people are round, in the colours of the map", () => {
  const made = { ...sheet(found, whole, [], told, measure), marks: [
    { x: 10, y: 10, radius: 5, colour: 1, square: true, clear: false },
    { x: 10, y: 10, radius: 5, colour: 7, square: false, clear: true },
  ] };
  assert.deepEqual(picture(made, ink, "").marks.slice(1, 3), [
    { kind: "path", d: "M5.5 5.5h9v9h-9z", fill: "#222222", stroke: "#ffffff" },
    { kind: "path", d: "M5 10a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z", fill: "#000000", stroke: "#ffffff", opacity: 0.35 },
  ]);
});

test("all of every disc is in sight when all is shown, and a name at the edge moves into sight", () => {
  const { network: discs, circles: all } = asCommunities(found, found.nodes, whole.edges, String);
  const drawn = sceneOfCircles(discs, all);
  const from = fitted(extent(discs, drawn, drawn.order), view);
  for (const circle of all) {
    const { x, y } = screen(from, view, circle);
    const radius = circle.radius * from.scale;
    assert.ok(x - radius >= 0 && y - radius >= 0 && x + radius <= view.width && y + radius <= view.height);
  }
  const [edge] = placed([{ ...named("Lang"), x: 2, y: 300, radius: 0, stands: "around", wide: 200, high: 16 }], view);
  assert.ok(edge && edge.left >= 0);
});

test("a map in columns is read as nodes and edges", () => {
  const found = network(map);
  assert.deepEqual(found.edges.map(({ from, to, weight }) => [from, to, weight]), [[0, 1, 0.5], [0, 2, 1], [1, 2, 0.1]]);
  assert.deepEqual(found.edgesOf, [[0, 1], [0, 2], [1, 2]]);
  assert.deepEqual(found.nodes[2]?.of.theme, ["city", "resident"]);
  assert.deepEqual(found.fields, ["kind", "sector", "theme", "year"]);
});

test("a filter says how many remain with each value, besides what the other fields ask", () => {
  const found = network(map);
  const filter = toggled({}, "sector", "city");
  assert.deepEqual(left(found, filter).map(({ id }) => id), ["a", "c"]);
  assert.deepEqual(options(found, filter, "kind"), [{ value: "organisation", count: 1 }, { value: "person", count: 1 }]);
  assert.deepEqual(options(found, filter, "sector"), [{ value: "city", count: 2 }, { value: "resident", count: 1 }]);
  assert.deepEqual(readFilter(written(filter)), filter);
  assert.deepEqual(toggled(filter, "sector", "city").sector, []);
});

test("communities come first where there are many, unless everybody or somebody is asked for", () => {
  assert.strictEqual(communitiesFirst(undefined, 10_000, false), false);
  assert.strictEqual(communitiesFirst(undefined, 10_001, false), true);
  assert.strictEqual(communitiesFirst(undefined, 10_001, true), false);
  assert.strictEqual(communitiesFirst("alles", 50_000, false), false);
  assert.strictEqual(communitiesFirst("kringen", 12, true), true);
});

test("what of a filter does not hold on a map is named: a field of nobody, a value of nobody, what is not told of people", () => {
  assert.deepEqual(failing(found, {}), []);
  assert.deepEqual(failing(found, { sector: ["city"], level: ["1"] }), []);
  assert.deepEqual(failing(found, { theme: ["jeugd"] }), [{ field: "theme", value: "jeugd", why: "field" }]);
  assert.deepEqual(failing(found, { sector: ["city", "niets"] }), [{ field: "sector", value: "niets", why: "value" }]);
  // Organisations keep their sector, people have none.
  const plain = made(100);
  const mixed = network({ ...plain, nodes: { ...plain.nodes, kind: plain.nodes.kind.map((_, at) => (at < 20 ? "organisation" : "person")), sector: (plain.nodes.sector ?? []).map((each, at) => (at < 20 ? each : null)) } });
  assert.deepEqual(failing(mixed, { sector: ["resident"] }), [{ field: "sector", value: "resident", why: "people" }]);
  assert.deepEqual(failing(mixed, { sector: ["resident"], level: ["1"] }).length, 1);
});

test("a panel below the fold comes into view as far as a third of what is seen; one that is seen moves nothing", () => {
  assert.strictEqual(reach({ top: 100, height: 300 }, 800, 60), 0);
  assert.strictEqual(reach({ top: -500, height: 300 }, 800, 60), 0);
  assert.strictEqual(reach({ top: 900, height: 200 }, 800, 60), 360);
  assert.strictEqual(reach({ top: 900, height: 4000 }, 800, 60), 419);
});

test("on a phone a way takes most of the width, and on a screen there is room for names beside it", () => {
  assert.strictEqual(room({ width: 1000, height: 700 }), 90);
  const narrow = { width: 320, height: 400 };
  const places = [{ x: 0, y: 0 }, { x: 60_000, y: 10_000 }];
  const near = fitted(places, narrow, room(narrow));
  const [one, other] = places.map((each) => screen(near, narrow, each));
  assert.ok((other?.x ?? 0) - (one?.x ?? 0) > 0.6 * narrow.width);
});
