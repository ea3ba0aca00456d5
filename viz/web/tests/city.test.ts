import { assert, test } from "vitest";
import { beside, cells, step, told } from "../src/core/city";
import { type MapOut, network } from "../src/core/map";
import { map } from "./a-map";

const area = (n: number) => ({ id: `wijk:${String(n).padStart(2, "0")}`, name: "Dam", district: "Antwerpen", latitude: 51 + Math.floor(n / 7) * 0.01, longitude: 4 + (n % 7) * 0.016 });
const areas = Array.from({ length: 40 }, (_, n) => area(n));

test("each neighbourhood has a hexagon of its own, the same whatever the order they come in", () => {
  const found = cells(areas);
  assert.strictEqual(new Set(found.map(({ x, y }) => `${String(x)} ${String(y)}`)).size, areas.length);
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
  assert.strictEqual(seen.size, found.length);
});

test("people are counted where they are active, and small numbers are not told", () => {
  const found = network(map);
  assert.deepEqual(told([area(0), { ...area(1), district: "Elders" }], found.nodes, null).map(({ people }) => people), [2, 0]);
  const aggregated = { ...map, nodes: { ...map.nodes, id: ["wijk:00", "b", "c"], kind: ["neighbourhood", "theme", "theme"] as const, size: [7, 5, 5] } };
  assert.deepEqual(told([area(0), area(1)], network(aggregated as unknown as MapOut).nodes, []).map(({ people, requests }) => [people, requests]), [[7, 0], [null, 0]]);
  assert.deepEqual([step(null, []), step(0, [0]), step(1, [1, 2, 3, 4]), step(4, [1, 2, 3, 4])], [0, 0, 1, 4]);
});
