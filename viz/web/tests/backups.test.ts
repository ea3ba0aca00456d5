import { assert, test } from "vitest";
import { amount, type Backup, latest } from "../src/core/backups";

const made = (day: string): Backup => ({
  name: `ploeg-${day}-010000.backup`,
  made_at: `${day}T01:00:00Z`,
  size: 1,
  until: day,
});

test("a size is told in a unit in which it is one or more", () => {
  assert.deepEqual(amount(0), { value: 1, unit: "kB" });
  assert.deepEqual(amount(1500), { value: 2, unit: "kB" });
  assert.deepEqual(amount(2_500_000), { value: 2.5, unit: "MB" });
  assert.deepEqual(amount(3_000_000_000_000), { value: 3000, unit: "GB" });
});

test("the last one is that of the latest moment, in whatever order they come", () => {
  assert.strictEqual(latest([]), null);
  assert.strictEqual(latest([made("2026-11-02"), made("2026-11-09"), made("2026-11-05")])?.made_at.slice(0, 10), "2026-11-09");
});
