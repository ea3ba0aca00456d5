import { assert, test } from "vitest";
import { filled, half } from "../src/core/language";

test("a message is halved in the middle, whatever stands in both halves", () => {
  assert.strictEqual(half("Kies a. / b. / Choose a. / b.", "nl"), "Kies a. / b.");
  assert.strictEqual(half("Kies a. / b. / Choose a. / b.", "en"), "Choose a. / b.");
  assert.strictEqual(half("Niet gevonden / Not found", "en"), "Not found");
  assert.strictEqual(half("1 / 2 / 3", "en"), "1 / 2 / 3");
  assert.strictEqual(filled("{a} en {b}", { a: 1 }), "1 en {b}");
});
