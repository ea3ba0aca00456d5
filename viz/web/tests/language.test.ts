import { assert, test } from "vitest";
import { filled, half, namedLanguages } from "../src/core/language";

test("a message is halved in the middle, whatever stands in both halves", () => {
  assert.strictEqual(half("Kies a. / b. / Choose a. / b.", "nl"), "Kies a. / b.");
  assert.strictEqual(half("Kies a. / b. / Choose a. / b.", "en"), "Choose a. / b.");
  assert.strictEqual(half("Niet gevonden / Not found", "en"), "Not found");
  assert.strictEqual(half("1 / 2 / 3", "en"), "1 / 2 / 3");
  assert.strictEqual(filled("{a} en {b}", { a: 1 }), "1 en {b}");
});

test("a text names languages in Dutch or English, whole words only", () => {
  assert.deepStrictEqual(namedLanguages("Wie spreekt Arabisch, turks of Vlaamse Gebarentaal?"), ["ar", "tr", "vgt"]);
  assert.deepStrictEqual(namedLanguages("A Franstalige or Ukrainian speaker"), ["fr", "uk"]);
  assert.deepStrictEqual(namedLanguages("Turkse koffie, Spaanse les, Poolse winkel"), []);
});

test("somebody whose first name is a language speaks none for it", () => {
  assert.deepStrictEqual(namedLanguages("Frans Peeters belt terug"), []);
  assert.deepStrictEqual(namedLanguages("Frans of Engels. Bel Frans Peeters"), ["en", "fr"]);
});
