import { assert, test } from "vitest";
import { rebased, touched } from "../src/core/draft";

const before = { name: "An", about: "", talents: ["luisteren"] };

test("what was touched is what is not as it was, whatever its kind", () => {
  assert.deepEqual(touched(before, { ...before, talents: ["luisteren"] }), []);
  assert.deepEqual(touched(before, { name: "An Peeters", about: "", talents: [] }), ["name", "talents"]);
});

test("what was typed stays on top of what somebody else wrote meanwhile", () => {
  const mine = { ...before, about: "Graag 's avonds" };
  const theirs = { ...before, name: "An Peeters", about: "Iets anders" };
  assert.deepEqual(rebased(before, mine, theirs), { ...theirs, about: "Graag 's avonds" });
});
