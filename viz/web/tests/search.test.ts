import { assert, test } from "vitest";
import { address } from "../src/core/route";
import { leadsTo, moved, namesakes } from "../src/core/search";

test("what was found leads where its reader may look", () => {
  assert.strictEqual(address(leadsTo({ kind: "person", id: "person:1" }, false)), "/pad?naar=person:1");
  assert.strictEqual(address(leadsTo({ kind: "person", id: "person:1" }, true)), "/mensen/person:1");
  assert.deepEqual([moved(-1, 1, 2), moved(1, 1, 2), moved(-1, -1, 2), moved(0, 1, 0)], [0, -1, 1, -1]);
});

test("namesakes are people, each who shares a name with another", () => {
  const found = [
    { kind: "person", name: "An Peeters", id: "1" },
    { kind: "person", name: "Bea Peeters", id: "2" },
    { kind: "person", name: "An Peeters", id: "3" },
    { kind: "organisation", name: "Bea Peeters", id: "4" },
  ];
  assert.deepStrictEqual(namesakes(found).map(({ id }) => id), ["1", "3"]);
});
