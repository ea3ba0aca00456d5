import { assert, test } from "vitest";
import { ranked, read, type Result, written } from "../src/core/match";

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
  assert.strictEqual(ranked(results, { talents: 0, place: 0 })[0]?.score, 0);
});

test("weights in an address are read back, and nonsense is left out", () => {
  assert.deepEqual(read(written({ talents: 0, place: 2.5 })), { talents: 0, place: 2.5 });
  assert.deepEqual(read("talents~9,nobody~1,place,text~x"), {});
});
