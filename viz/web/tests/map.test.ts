import { assert, test } from "vitest";
import { network, options, left, readFilter, toggled, written as writtenFilter } from "../src/core/map";
import { map } from "./a-map";

test("a map in columns is read as nodes and edges", () => {
  const found = network(map);
  assert.deepEqual(found.edges.map(({ from, to, weight }) => [from, to, weight]), [[0, 1, 0.5], [0, 2, 1], [1, 2, 0.1]]);
  assert.deepEqual(found.edgesOf, [[0, 1], [0, 2], [1, 2]]);
  assert.deepEqual(found.nodes[2]?.of.theme, ["city", "resident"]);
  assert.deepEqual(found.fields, ["kind", "sector", "theme"]);
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
