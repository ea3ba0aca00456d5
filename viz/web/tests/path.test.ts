import { assert, test } from "vitest";
import { advice, firstConnector, marksWeakest, readAsked, steps, strengthOf, themeOf, type Way, whyNone, WITHOUT, writeAsked } from "../src/core/path";

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

test("an address is read leniently: what can't be is the usual, and is said", () => {
  assert.deepEqual(readAsked({ van: "a", naar: "b" }), { from: "a", to: "b", theme: "", most: 3, odd: [] });
  for (const most of ["banaan", "4", "-1", "1.5", "99999999999999999999", "0x1", "１"])
    assert.deepEqual(readAsked({ hoogstens: most }), { from: "", to: "", theme: "", most: 3, odd: ["most"] });
  for (const [text, most] of [["0", 0], ["1", 1], [" 2 ", 2], ["3", 3], ["", 3]] as const)
    assert.deepEqual([readAsked({ hoogstens: text }).most, readAsked({ hoogstens: text }).odd], [most, []]);
});

test("a theme that nobody knows is left out and said; as long as nobody can tell it stays", () => {
  assert.deepEqual(readAsked({ thema: "x" }, () => false), { from: "", to: "", theme: "", most: 3, odd: ["theme"] });
  assert.deepEqual(readAsked({ thema: "x" }, (text) => text === "x").theme, "x");
  assert.deepEqual(readAsked({ thema: "x" }, null), { from: "", to: "", theme: "x", most: 3, odd: [] });
});

test("the names of the API are read too, and are gone once something is chosen", () => {
  const query = { from: "a", to: "b", theme: "t", max_introductions: "1" };
  assert.deepEqual(readAsked(query), { from: "a", to: "b", theme: "t", most: 1, odd: [] });
  assert.equal(readAsked({ van: "c", from: "a" }).from, "c");
  assert.equal(readAsked({ ...query, ...writeAsked({ from: "" }) }).from, "");
  assert.deepEqual(writeAsked({ to: "d" }), { naar: "d", to: "" });
});

test("advice fits what was asked, and nothing advises to leave a theme out", () => {
  assert.deepEqual(advice(0, false, true), ["more", "other", "direct"]);
  assert.deepEqual(advice(0, false, false), ["more", "theme", "other", "coordinator"]);
  assert.deepEqual(advice(2, false, true), ["more", "theme", "other", "direct"]);
  assert.deepEqual(advice(3, true, false), ["other", "coordinator"]);
  assert.deepEqual([whyNone(0, true), whyNone(0, false), whyNone(1, true), whyNone(3, false)], ["direct", "unseen", "one", "many"]);
});

test("a request asks its way for its first theme, unless another was picked or it is left out", () => {
  const themes = [{ id: "a", name: "A" }, { id: "b", name: "B" }];
  assert.deepEqual(themeOf(themes, "")?.id, "a");
  assert.deepEqual(themeOf(themes, "b")?.id, "b");
  assert.deepEqual(themeOf(themes, "x")?.id, "a");
  assert.equal(themeOf(themes, WITHOUT), null);
  assert.equal(themeOf([], ""), null);
});
