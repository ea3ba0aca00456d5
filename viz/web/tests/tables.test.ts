import { assert, test } from "vitest";
import { csv, pasted } from "../src/core/tables";

test("a cell of CSV is quoted, and never a formula", () => {
  const table = { name: "x", head: ["a,b", "c"], rows: [["=1+1", 2], ['say "hi"', "\tx"]] };
  assert.strictEqual(csv(table), `\ufeff"a,b",c\r\n'=1+1,2\r\n"say ""hi""",'\tx\r\n`);
  assert.strictEqual(pasted(table).split("\n")[2], 'say "hi"\t x');
});
