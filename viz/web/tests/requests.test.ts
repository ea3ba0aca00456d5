import { assert, test } from "vitest";
import { daysBetween, longestFirst, type Asked } from "../src/core/requests";

test("who waits longest comes first, who has no day last, and what is over after all that wait", () => {
  const asked = ["2026-02-01", null, "2026-01-01"].map((opened, n) => ({ id: String(n), opened, status: "open" }) as Asked);
  const over = { id: "over", opened: "2020-01-01", status: "done" } as Asked;
  assert.deepEqual(longestFirst([over, ...asked]).map(({ id }) => id), ["2", "0", "1", "over"]);
  assert.strictEqual(daysBetween("2026-03-28", "2026-03-30"), 2);
});
