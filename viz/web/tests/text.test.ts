import { assert, test } from "vitest";
import { asided, lined, markup, pieces, shortened } from "../src/core/text";

const upTo = (length: number) => (line: string) => line.length <= length;

test("a line breaks after a space, a hyphen and a stroke, and nothing of the text is lost", () => {
  const text = "Sint-Job in/uit  de wijk";
  assert.deepEqual(pieces(text), ["Sint-", "Job ", "in/", "uit ", " ", "de ", "wijk"]);
  assert.strictEqual(pieces(text).join(""), text);
});

test("lines hold as much as fits, without the spaces at which they break", () => {
  assert.deepEqual(lined(pieces("een twee drie vier"), upTo(8)), ["een twee", "drie", "vier"]);
  assert.deepEqual(lined(pieces("een veel-te-lang-woord"), upTo(3)), ["een", "veel-", "te-", "lang-", "woord"]);
  assert.deepEqual([lined(pieces(""), upTo(8)), lined(pieces("  "), upTo(8))], [[], []]);
});

test("what is left out is told by a last line that still fits", () => {
  assert.deepEqual(shortened(["een", "twee"], 2, upTo(4)), ["een", "twee"]);
  assert.deepEqual(shortened(["een", "twee", "drie"], 2, upTo(4)), ["een", "twe…"]);
  assert.deepEqual(shortened(["een", "a bc", "drie"], 2, upTo(3)), ["een", "a…"]);
});

test("a text in XML breaks nothing around it, whatever it holds", () => {
  const hostile = 'a < b & "c" > \u0000\u001f\ud800d';
  const read = new DOMParser().parseFromString(`<t v="${markup(hostile)}">${markup(hostile)}</t>`, "application/xml").documentElement;
  assert.deepEqual([read.getAttribute("v"), read.textContent], ['a < b & "c" > d', 'a < b & "c" > d']);
});

test("what stands in brackets at the end of a name is told apart from it", () => {
  assert.deepEqual(asided("Maria Leemans (fictief)"), ["Maria Leemans", "(fictief)"]);
  assert.deepEqual(asided("Jan (Jean) Claes"), ["Jan (Jean) Claes", ""]);
  assert.deepEqual([asided("(fictief)"), asided("")], [["(fictief)", ""], ["", ""]]);
  assert.deepEqual(asided("Jan (oud) (fictief)"), ["Jan (oud)", "(fictief)"]);
});
