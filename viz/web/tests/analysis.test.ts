import { assert, test } from "vitest";
import { strFromU8, unzipSync } from "fflate";
import { across, asked, chosen, type Coverage, type Figure, firstMeasure, formOf, grid, growth, held, joined, left, picked, ratios, readBegun, type Side, type Suggestions, takes, toldAs, waitFor, withShares, wrong, year } from "../src/core/analysis";
import { average, close, decimal, listed, percent, said, whole } from "../src/core/language";
import { csv, pasted, tableOf } from "../src/core/tables";
import { xlsx } from "../src/core/tables/xlsx";

const figure = (name: string, value: number | null, more: Partial<Figure> = {}): Figure => ({
  name, label: { nl: name, en: name }, value, low: null, high: null, expected: null, expected_low: null, expected_high: null, hidden: false, ...more,
});

test("numbers are written as in the sentences of the server", () => {
  assert.deepEqual([whole(1766, "nl"), whole(1766, "en"), whole(12, "nl")], ["1\u00a0766", "1,766", "12"]);
  assert.deepEqual([decimal(1234.5, "nl"), decimal(-0.001, "nl"), decimal(-0.02, "en")], ["1\u00a0234,50", "0,00", "-0.02"]);
  assert.deepEqual([average(5.9, "nl"), average(6.04, "nl"), average(6.25, "en")], ["5,9", "6", "6.2"]);
});

test("only nothing is 0 % and only all is 100 %", () => {
  assert.deepEqual([0, 0.0002, 0.0983, 0.1, 0.125, 0.6495, 0.9899, 0.994, 0.99999, 1].map((share) => percent(share, "nl").replaceAll("\u00a0", " ")), ["0 %", "< 0,1 %", "9,8 %", "10 %", "12 %", "65 %", "99 %", "99,4 %", "> 99,9 %", "100 %"]);
});

test("a figure is told in its form, and an unknown one as a count", () => {
  assert.deepEqual(["tied", "mean_degree", "ei_index", "people", "new"].map(formOf), ["share", "mean", "index", "count", "count"]);
  assert.strictEqual(toldAs("mean", 5.886, "nl"), "5,9");
});

test("an E-I index stands for a share of ties, with its bounds", () => {
  const found = across(figure("ei_index", 0.3, { low: -1, high: 1, expected: 0.5 }));
  assert.deepEqual([found.value, found.low, found.high, found.expected, found.expected_low], [0.65, 0, 1, 0.75, null]);
  assert.deepEqual(withShares([figure("people", 3), figure("ei_index", 0)], { nl: "x", en: "x" }).map(({ name }) => name), ["people", "across", "ei_index"]);
});

test("what a question takes depends on who asks, and the rest of an address is left out", () => {
  assert.deepEqual(takes("coverage", { people: false, everybody: false }), ["per", "thema"]);
  assert.deepEqual(takes("coverage", { people: true, everybody: false }), ["dag", "thema"]);
  assert.deepEqual(asked({ dag: "2025-01-01", aantal: "50", maat: "gap", thema: "" }, takes("brokers", { people: true, everybody: true })), { as_of: "2025-01-01", k: 50 });
  assert.deepEqual(chosen({ k: 20, seed: 1, theme: null, by: "district" }), { k: 20, by: "district" });
});

test("what an address asks wrongly is known before it is asked", () => {
  const all = ["dag", "aantal", "jaren", "per", "thema"] as const;
  const of = (query: Readonly<Record<string, string>>) => wrong(query, all, "2026-11-23");
  assert.deepEqual(of({ dag: "abc", aantal: "0", jaren: "-3", per: "straat", thema: "x" }), ["dag", "aantal", "jaren", "per"]);
  assert.deepEqual(of({ dag: "2026-11-24", aantal: "201", jaren: "1.5" }), ["dag", "aantal", "jaren"]);
  assert.deepEqual(of({ dag: "2026-02-30", jaren: "51" }), ["dag", "jaren"]);
  assert.deepEqual(of({ dag: "2026-11-23", aantal: "200", jaren: "50", per: "district" }), []);
  assert.deepEqual(wrong({ jaren: "-3" }, ["dag"], "2026-11-23"), []);
});

test("no line breaks between a figure and its sign, and a cell stays as it is compared", () => {
  assert.strictEqual(close("69 % van wie < 5 is; 3 mensen"), "69\u00a0% van wie < 5 is; 3 mensen");
  assert.deepEqual([close("< 5"), close("Dam, Antwerpen: < 5")], ["< 5", "Dam, Antwerpen: < 5"]);
  assert.strictEqual(said({ nl: "95 %", en: "95 %" }, "nl"), "95\u00a0%");
  assert.deepEqual([listed(["a", "b", "c"], "nl"), listed(["a"], "en")], ["a, b en c", "a"]);
});

test("sectors that know each other least beside chance come first, hidden ones last", () => {
  const pair = (one: string, ties: Figure) => ({ one, other: "city", ties });
  const found = ratios([pair("a", figure("ties", 30, { expected: 10 })), pair("b", figure("ties", null, { expected: 10, hidden: true })), pair("c", figure("ties", 5, { expected: 10, expected_low: 6, expected_high: 14 }))]);
  assert.deepEqual(found.map(({ one, ratio, low }) => [one, ratio, low]), [["c", 0.5, 0.6], ["a", 3, null], ["b", null, null]]);
});

const cell = (theme: number, place: number, gap: number | null, people: number | null = 0) => ({ theme, place, gap, people, open_requests: 1, answered_requests: 0 });
const coverage = { cells: [cell(-1, -1, 99), cell(0, 0, 1), cell(0, 1, 0, 3), cell(1, 0, 4), cell(1, 1, null), cell(2, 2, 2)] } as Coverage;

test("a grid holds the themes and places with most, in their own order, and totals are not among them", () => {
  assert.deepEqual(grid(coverage, "gap", { themes: 2, places: 9 }), { themes: [1, 2], places: [0, 2], values: [[4, null], [null, 2]] });
  assert.strictEqual(firstMeasure(coverage), "gap");
  assert.strictEqual(firstMeasure({ cells: [cell(0, 0, null, null)] } as Coverage), "people");
});

test("suggestions are counted by the sectors they join, whichever comes first", () => {
  const pair = (one: string | null, other: string, gain: number) => ({ one: { sector: one }, other: { sector: other }, gain }) as Suggestions["suggestions"][number];
  assert.deepEqual(joined([pair("city", "resident", 0.1), pair("resident", "city", 0.3), pair(null, "city", 0.2)]), [
    { one: "resident", other: "city", count: 2, gain: 0.3 },
    { one: "city", other: null, count: 1, gain: 0.2 },
  ]);
});

test("a figure that is told on no day does not grow, and what was kept stands beside it", () => {
  const points = [{ as_of: "2025-01-01", figures: [figure("ties", 3), figure("components", null, { hidden: true })] }];
  const found = growth({ points, measured: [{ as_of: "2024-01-01", figures: [figure("ties", 2)] }] as never });
  assert.deepEqual(found.map(({ name, known, kept }) => [name, known.length, kept[0]?.figure.value]), [["ties", 1, 2]]);
  assert.deepEqual([year("2024-01-01"), year("2024-07-02")], [2024, 2024.5]);
});

test("two measurements are held against one another by the name of each figure", () => {
  const side = (figures: readonly Figure[]): Side => ({ as_of: "2025-01-01", people: 9, basis: "everyone", figures: [...figures] });
  const found = held(side([figure("ties", 10), figure("tied", 0.5, { low: 0.4, high: 0.6 }), figure("core", 3)]), side([figure("ties", 12), figure("tied", 0.9, { low: 0.8, high: 1 }), figure("gaps", null, { hidden: true })]));
  assert.deepEqual(found.map(({ name, difference, apart }) => [name, difference, apart]), [["ties", 2, null], ["tied", 0.4, true], ["gaps", null, null], ["core", null, null]]);
  assert.deepEqual([picked([], "a"), picked(["a"], "a"), picked(["a", "b"], "c")], [["a"], [], ["b", "c"]]);
});

test("coming back waits as long as the server asks, and neither too short nor too long", () => {
  assert.deepEqual(["2", "0", "600", null, "nonsense", "Thu, 01 Jan 1970 00:00:05 GMT"].map((told) => waitFor(told, 0)), [2000, 1000, 60_000, 2000, 2000, 5000]);
  assert.deepEqual([left(0.01, 60), left(0.25, 30), left(1, 60)], [null, 90, null]);
  assert.deepEqual(readBegun('{"a":{"id":"x","since":5},"b":{"id":1},"c":null}'), { a: { id: "x", since: 5 } });
  assert.deepEqual([readBegun("no json"), readBegun(null), readBegun("7")], [{}, {}, {}]);
});

const HOSTILE = ["=1+1", "+32 3", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", 'zeg "hé", ja\nnee', "<b>&\u0000"];

test("what begins like a formula gets a mark in CSV and on the clipboard; numbers are left alone", () => {
  const table = { name: "x", head: ["kop"], rows: HOSTILE.map((text) => [text, -0.5]) };
  for (const line of csv(table).split("\r\n").slice(1, 8)) assert.match(line, /^"?'.*,-0\.5$/s);
  for (const line of pasted(table, true).split("\n").slice(1, 8)) assert.match(line, /^'.*\t-0,5$/);
  assert.deepEqual(tableOf("n", [{ head: "h", cell: (row: number) => row, shown: () => "anders" }], [1, 2]), { name: "n", head: ["h"], rows: [[1], [2]] });
});

test("a workbook holds text as text and numbers as numbers", () => {
  const files = unzipSync(xlsx({ name: "a/b: [kringen]*?", head: ["kop", "n"], rows: HOSTILE.map((text, at) => [text, at === 0 ? NaN : at / 2]) }));
  const [sheet, book] = ["xl/worksheets/sheet1.xml", "xl/workbook.xml"].map((name) => strFromU8(files[name] ?? new Uint8Array()));
  assert.notMatch(sheet ?? "", /<f>|\u0000|NaN/);
  assert.match(sheet ?? "", /<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1\+1<\/t><\/is><\/c><\/row>/);
  assert.match(sheet ?? "", /<c r="B3"><v>0.5<\/v><\/c>/);
  assert.match(book ?? "", /<sheet name="a b {3}kringen" /);
});

test("a workbook knows days and shares, and tells beside its table what that is of", () => {
  const table = { name: "x", head: ["a"], rows: [[{ share: 0.7038625000000001 }], [{ day: "2024-05-01" }], [{ day: "geen dag" }]] };
  const files = unzipSync(xlsx(table, { name: "Over: dit", rows: [["Vraag", "Kringen <1>"], ["Dag", { day: "2024-05-01" }]] }));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const first = text("xl/worksheets/sheet1.xml");
  assert.ok(first.includes('<c r="A2" s="2"><v>0.7038625</v></c>') && first.includes('<c r="A3" s="3"><v>45413</v></c>') && first.includes("geen dag"));
  const second = text("xl/worksheets/sheet2.xml");
  assert.ok(second.includes("Kringen &lt;1&gt;") && second.includes('<c r="B2" s="3"><v>45413</v></c>'));
  assert.ok(text("xl/workbook.xml").includes('name="Over  dit" sheetId="2"'));
  assert.strictEqual(unzipSync(xlsx(table))["xl/worksheets/sheet2.xml"], undefined);
});
