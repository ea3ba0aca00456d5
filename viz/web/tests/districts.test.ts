import { assert, test } from "vitest";
import { collapsed, offered, spread } from "../src/core/districts";

const all = [
  { id: "d1", name: "Silsburg", district: "Deurne" },
  { id: "d2", name: "Centrum", district: "Deurne" },
  { id: "b1", name: "Kiel", district: "Antwerpen" },
  { id: "x", name: "Elders", district: null },
];
const words = { note: (n: number) => `district, ${String(n)} wijken`, name: (name: string, n: number) => `${name} (${String(n)} wijken)` };
const named = (...ids: string[]) => ids.flatMap((wanted) => all.filter(({ id }) => id === wanted).map(({ id, name }) => ({ id, name })));

test("a district with several neighbourhoods can be chosen, until all of it was", () => {
  const told = (...chosen: string[]) => offered(all, named(...chosen), words).map(({ id }) => id);
  assert.deepEqual(told(), ["district:Deurne", "d1", "d2", "b1", "x"]);
  assert.deepEqual(told("d1", "x"), ["district:Deurne", "d2", "b1"]);
  assert.deepEqual(told("d1", "d2"), ["b1", "x"]);
  assert.deepEqual(offered(all, [], words)[0], { id: "district:Deurne", name: "Deurne", note: "district, 2 wijken" });
  assert.strictEqual(offered(all, [], words)[1]?.note, "Deurne");
});

test("a whole district is one choice, which stands for its neighbourhoods and goes with them", () => {
  const chosen = spread(all, [...named("b1"), { id: "district:Deurne", name: "Deurne" }, ...named("d2")]);
  assert.deepEqual(chosen, named("b1", "d1", "d2"));
  const shown = collapsed(all, [...named("d2"), ...named("b1"), ...named("d1")], words);
  assert.deepEqual(shown, [{ id: "district:Deurne", name: "Deurne (2 wijken)" }, ...named("b1")]);
  assert.deepEqual(spread(all, shown.filter(({ id }) => id === "b1")), named("b1"));
  assert.deepEqual(collapsed(all, named("d1", "x"), words), named("d1", "x"));
});

test("before the neighbourhoods are known, what was chosen stays as it is", () => {
  assert.deepEqual(collapsed([], named("d1", "d2"), words), named("d1", "d2"));
});
