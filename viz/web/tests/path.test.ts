import { assert, test } from "vitest";
import { firstConnector, marksWeakest, steps, strengthOf, type Way } from "../src/core/path";

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
