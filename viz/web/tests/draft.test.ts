import { assert, test } from "vitest";
import { packed, rebased, touched, unpacked, waiting } from "../src/core/draft";

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

const blank = { title: "", asker: null as { id: string; name: string } | null, themes: [] as { id: string; name: string }[], people: "1" };
const typed = { ...blank, title: "Wie helpt?", themes: [{ id: "theme:1", name: "Groen" }] };

test("a draft in which nothing was filled in does not wait", () => {
  assert.isNull(packed(blank, { ...blank }, "an"));
  assert.deepEqual(unpacked(blank, packed(blank, typed, "an"), "an"), typed);
  const asked = { ...typed, asker: { id: "person:1", name: "An" } };
  assert.deepEqual(unpacked(blank, packed(blank, asked, "an"), "an"), asked);
});

test("a draft is shown to whoever typed it, and to nobody else", () => {
  assert.isNull(unpacked(blank, packed(blank, typed, "an"), "bo"));
  assert.isNull(waiting(packed(blank, typed, "an"), ""));
});

test("what is no draft of this form is none", () => {
  const kept = (draft: unknown) => unpacked(blank, JSON.stringify({ who: "an", draft }), "an");
  assert.deepEqual([unpacked(blank, null, "an"), unpacked(blank, "{", "an"), kept(null), kept("x")], [null, null, null, null]);
  assert.isNull(kept({ title: "Wie helpt?" }));
  assert.isNull(kept({ ...typed, more: "" }));
  assert.isNull(kept({ ...typed, themes: [{ id: 1 }] }));
  assert.isNull(kept({ ...typed, people: 2 }));
});
