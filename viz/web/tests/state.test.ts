import assert from "node:assert/strict";
import { test } from "node:test";
import { beside, cells, step, told } from "../src/core/city/index.ts";
import { filled, half } from "../src/core/language/index.ts";
import { network, options, left, readFilter, toggled, written as writtenFilter, type MapOut } from "../src/core/map/index.ts";
import { ranked, read, readUnfit, type Result, written } from "../src/core/match/index.ts";
import { firstConnector, marksWeakest, steps, strengthOf, type Way } from "../src/core/path/index.ts";
import { daysBetween, longestFirst, type Asked } from "../src/core/requests/index.ts";
import { address, parse, samePage } from "../src/core/route/index.ts";
import { leadsTo, moved } from "../src/core/search/index.ts";
import { csv, pasted } from "../src/core/tables/index.ts";

const at = (path: string) => parse(new URL(path, "http://ploeg.test"));

test("an address that is read and written is the same again", () => {
  for (const path of ["/", "/vragen", "/vragen/request:01", "/pad?naar=p2&van=p1", "/mensen/s/1", "/zoeken?q=a+b", "/mensen/A%20B%3F"])
    assert.equal(address(at(path)), path);
});

test("an address of no place is unknown, also where it is no good text", () => {
  assert.equal(at("/nergens").place, "onbekend");
  assert.equal(at("/mensen/%E0%A4%A").of, "%E0%A4%A");
});

test("another filter is the same page, another person is not", () => {
  assert.ok(samePage(at("/mensen?thema=a"), at("/mensen?thema=b")));
  assert.ok(!samePage(at("/mensen/a"), at("/mensen/b")));
});

test("a message is halved in the middle, whatever stands in both halves", () => {
  assert.equal(half("Kies a. / b. / Choose a. / b.", "nl"), "Kies a. / b.");
  assert.equal(half("Kies a. / b. / Choose a. / b.", "en"), "Choose a. / b.");
  assert.equal(half("Niet gevonden / Not found", "en"), "Not found");
  assert.equal(half("1 / 2 / 3", "en"), "1 / 2 / 3");
  assert.equal(filled("{a} en {b}", { a: 1 }), "1 en {b}");
});

const result = (id: string, talents: number, place: number): Result => ({
  person: { id, name: id },
  score: 0.3 * talents + 0.1 * place,
  parts: { talents: { value: talents, weight: 0.3 }, place: { value: place, weight: 0.1 } },
  reasons: { nl: [], en: [] },
});
const results = [result("a", 1, 0), result("b", 0.5, 1), result("c", 0, 1)];

test("the usual weights leave order and scores as they are", () => {
  assert.deepEqual(ranked(results, {}).map(({ result, score }) => [result.person.id, score]), results.map((each) => [each.person.id, each.score]));
});

test("other weights give another order, and each says where it stood", () => {
  const order = ranked(results, { talents: 0, place: 2 });
  assert.deepEqual(order.map(({ result, before, place }) => [result.person.id, before, place]), [["b", 2, 1], ["c", 3, 2], ["a", 1, 3]]);
  assert.equal(ranked(results, { talents: 0, place: 0 })[0]?.score, 0);
});

test("weights in an address are read back, and nonsense is left out", () => {
  assert.deepEqual(read(written({ talents: 0, place: 2.5 })), { talents: 0, place: 2.5 });
  assert.deepEqual(read("talents~9,nobody~1,place,text~x"), {});
  assert.deepEqual(readUnfit('{"a":"busy","b":"nonsense"}'), { a: "busy" });
  assert.deepEqual(readUnfit("no json"), {});
});

const way: Way = {
  people: [{ id: "a" }, {}, { id: "c" }],
  sentence: { nl: "", en: "" },
  hops: [{ strength: 0.7 }, { strength: 0.3 }],
};

test("a route knows its links, whom to ask first and whether one is weakest", () => {
  assert.deepEqual(steps(way).map(({ from, to }) => [from.id, to.id]), [["a", undefined], [undefined, "c"]]);
  assert.deepEqual(firstConnector(way), {});
  assert.ok(marksWeakest(way));
  assert.ok(!marksWeakest({ ...way, hops: [{}, {}] }));
  assert.deepEqual([0.6, 0.35, 0.34].map(strengthOf), ["strong", "good", "weak"]);
});

test("who waits longest comes first, who has no day last, and what is over after all that wait", () => {
  const asked = ["2026-02-01", null, "2026-01-01"].map((opened, n) => ({ id: String(n), opened, status: "open" }) as Asked);
  const over = { id: "over", opened: "2020-01-01", status: "done" } as Asked;
  assert.deepEqual(longestFirst([over, ...asked]).map(({ id }) => id), ["2", "0", "1", "over"]);
  assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2);
});

test("what was found leads where its reader may look", () => {
  assert.equal(address(leadsTo({ kind: "person", id: "person:1" }, false)), "/pad?naar=person:1");
  assert.equal(address(leadsTo({ kind: "person", id: "person:1" }, true)), "/mensen/person:1");
  assert.deepEqual([moved(-1, 1, 2), moved(1, 1, 2), moved(-1, -1, 2), moved(0, 1, 0)], [0, -1, 1, -1]);
});

test("a cell of CSV is quoted, and never a formula", () => {
  const table = { name: "x", head: ["a,b", "c"], rows: [["=1+1", 2], ['say "hi"', "\tx"]] };
  assert.equal(csv(table), `\ufeff"a,b",c\r\n'=1+1,2\r\n"say ""hi""",'\tx\r\n`);
  assert.equal(pasted(table).split("\n")[2], 'say "hi"\t x');
});

const map: MapOut = {
  as_of: "2026-01-01",
  revision: null,
  nodes: {
    id: ["a", "b", "c"], key: null, label: ["A", "B", "C"], kind: ["person", "person", "organisation"],
    x: [0, 1, 2], y: [0, 1, 2], sector: [0, 1, 0], level: null, neighbourhood: [2, 2, null], district: [3, 3, null],
    themes: [[1], [], [0, 1]], talents: null, community: [0, null, null], size: null, degree: [1, 2, 1], betweenness: null,
  },
  edges: { start: [0, 0, 1], end: [1, 2, 2], kind: ["tie", "tie", "member"], weight: [50, 100, 10], count: null, year: [2024, 2025, null] },
  communities: [{ name: { nl: "k", en: "k" }, people: 5 }],
  words: ["city", "resident", "Dam", "Antwerpen"],
  counts: {}, consents: [], pseudonyms: false, notes: [],
};

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
  assert.deepEqual(readFilter(writtenFilter(filter)), filter);
  assert.deepEqual(toggled(filter, "sector", "city").sector, []);
});

const area = (n: number) => ({ id: `wijk:${String(n).padStart(2, "0")}`, name: "Dam", district: "Antwerpen", latitude: 51 + Math.floor(n / 7) * 0.01, longitude: 4 + (n % 7) * 0.016 });
const areas = Array.from({ length: 40 }, (_, n) => area(n));

test("each neighbourhood has a hexagon of its own, the same whatever the order they come in", () => {
  const found = cells(areas);
  assert.equal(new Set(found.map(({ x, y }) => `${String(x)} ${String(y)}`)).size, areas.length);
  assert.deepEqual(cells([...areas].reverse()), found);
  const north = found.find((each) => each.area.id === "wijk:38");
  const south = found.find((each) => each.area.id === "wijk:03");
  assert.ok((north?.y ?? 0) < (south?.y ?? 0));
});

test("arrow keys get to every neighbourhood", () => {
  const found = cells(areas);
  const seen = new Set(found.slice(0, 1));
  for (const cell of seen)
    for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const) seen.add(beside(found, cell, key));
  assert.equal(seen.size, found.length);
});

test("people are counted where they are active, and small numbers are not told", () => {
  const found = network(map);
  assert.deepEqual(told([area(0), { ...area(1), district: "Elders" }], found.nodes, null).map(({ people }) => people), [2, 0]);
  const aggregated = { ...map, nodes: { ...map.nodes, id: ["wijk:00", "b", "c"], kind: ["neighbourhood", "theme", "theme"] as const, size: [7, 5, 5] } };
  assert.deepEqual(told([area(0), area(1)], network(aggregated as unknown as MapOut).nodes, []).map(({ people, requests }) => [people, requests]), [[7, 0], [null, 0]]);
  assert.deepEqual([step(null, []), step(0, [0]), step(1, [1, 2, 3, 4]), step(4, [1, 2, 3, 4])], [0, 0, 1, 4]);
});
