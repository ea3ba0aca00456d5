import { assert, test } from "vitest";
import { address } from "../src/core/route";
import { leadsTo, moved, notes } from "../src/core/search";

test("what was found leads where its reader may look", () => {
  assert.strictEqual(address(leadsTo({ kind: "person", id: "person:1" }, false)), "/pad?naar=person:1");
  assert.strictEqual(address(leadsTo({ kind: "person", id: "person:1" }, true)), "/mensen/person:1");
  assert.deepEqual([moved(-1, 1, 2), moved(1, 1, 2), moved(-1, -1, 2), moved(0, 1, 0)], [0, -1, 1, -1]);
});

test("what is said beside something found is its detail, and a key where people are still alike", () => {
  const place = { nl: "Dam", en: "Dam" };
  const found = [
    { kind: "person", name: "An Peeters", id: "1", key: "p1", detail: place },
    { kind: "person", name: "An Peeters", id: "2", key: "p2", detail: place },
    { kind: "person", name: "An Peeters", id: "3", key: "p3", detail: null },
    { kind: "person", name: "Bea Peeters", id: "4", key: "p4", detail: null },
    { kind: "organisation", name: "An Peeters", id: "5", key: "o5", detail: { nl: "stad", en: "city" } },
    { kind: "theme", name: "An Peeters", id: "6", key: "t6", detail: null },
  ];
  assert.deepEqual([...notes(found, "en")], [["1", "Dam · p1"], ["2", "Dam · p2"], ["5", "city"]]);
  const nothing = found.map((one) => ({ ...one, detail: null }));
  assert.deepEqual([...notes(nothing, "nl")], [["1", "p1"], ["2", "p2"], ["3", "p3"]]);
});
