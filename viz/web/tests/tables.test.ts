import { assert, test } from "vitest";
import { csv, pasted, plain, tableOf, telling } from "../src/core/tables";

test("a cell of CSV is quoted, and never a formula", () => {
  const table = { name: "x", head: ["a,b", "c"], rows: [["=1+1", 2], ['say "hi"', "\tx"]] };
  assert.strictEqual(csv(table), `\ufeff"a,b",c\r\n'=1+1,2\r\n"say ""hi""",'\tx\r\n`);
  assert.strictEqual(pasted(table).split("\n")[2], 'say "hi"\t x');
});

const MIXED = { name: "x", head: ["dag", "deel", "getal"], rows: [[{ day: "2024-05-01" }, { share: 0.7038625000000001 }, 0.1 + 0.2], ["a;b", "", 3]] };

test("a table in Dutch opens in a Dutch spreadsheet, in English it is as elsewhere", () => {
  assert.strictEqual(csv(MIXED, true), '\ufeffdag;deel;getal\r\n2024-05-01;0,7038625;0,3\r\n"a;b";;3\r\n');
  assert.strictEqual(csv(MIXED), '\ufeffdag,deel,getal\r\n2024-05-01,0.7038625,0.3\r\n"a;b",,3\r\n');
  assert.strictEqual(pasted(MIXED, true).split("\n")[1], "2024-05-01\t0,7038625\t0,3");
  assert.strictEqual(plain({ share: 0.5 }), "0.5");
});

const COLUMNS = [
  { head: "thema", cell: (row: { readonly n: number | null }) => String(row.n) },
  { head: "mensen", number: true, cell: () => "< 5", shown: ({ n }: { readonly n: number | null }) => (n === null ? "< 5" : String(n)) },
  { head: "vragen", number: true, cell: () => "< 5", shown: () => "< 5" },
];

test("a column in which every number is hidden is left out, and named", () => {
  const found = telling(COLUMNS, [{ n: 7 }, { n: null }], "< 5");
  assert.deepEqual([found.columns.map(({ head }) => head), found.without], [["thema", "mensen"], ["vragen"]]);
  assert.deepEqual(telling(COLUMNS, [], "< 5").without, []);
});

test("what is only shown is not taken along", () => {
  const columns = [{ head: "a", cell: () => 1 }, { head: "b", cell: () => "", shown: () => "1 tot 2", shownOnly: true }, { head: "c", cell: () => 2, apart: true }];
  assert.deepEqual(tableOf("x", columns, [0]), { name: "x", head: ["a", "c"], rows: [[1, 2]] });
});
