import { assert, test } from "vitest";
import { blank, body, changed, form, type Initiative, kept, lapse, onto, type Organisation, sameName, undone } from "../src/core/things";

const named = (id: string) => ({ id, key: id, name: id.toUpperCase() });
const organisation: Organisation = {
  id: "o", key: "o", name: "De Linde", sector: "civil_society", kind: null, size: 12, website: null, email: null, about: "Buren", public: true,
  neighbourhoods: [named("w1")], themes: [{ ...named("t2"), experience: 2 }, { ...named("t1"), experience: null }], talents: [{ ...named("s1"), level: 3 }], updated_at: "2026-01-01T00:00:00Z",
};
const initiative: Initiative = {
  id: "i", key: "i", title: "Schoolstraat", start: "2025-05-01", end: null, size: null, about: null, lessons: "Begin klein", public: false,
  neighbourhoods: [], themes: [named("t1")], organisations: [named("o")], updated_at: null,
};

test("a form that was not touched changes nothing, also when choices come in another order", () => {
  for (const record of [organisation, initiative]) {
    const before = body(form(record));
    const again = form(record);
    assert.deepEqual(changed(before, body({ ...again, themes: [...again.themes].reverse() })), {});
  }
});

test("only what was changed is written, in the words of the API, and its undoing puts back what was there", () => {
  const before = body(form(organisation));
  const after = body({ ...form(organisation), name: " De Nieuwe Linde ", about: "", size: "", themes: [{ id: "t2", name: "T2", much: 2 }] });
  const fields = changed(before, after);
  assert.deepEqual(fields, { name: "De Nieuwe Linde", about: null, size: null, themes: [{ theme: "t2", experience: 2 }] });
  assert.deepEqual(undone(before, fields), {
    name: "De Linde", about: "Buren", size: 12, themes: [{ theme: "t1", experience: null }, { theme: "t2", experience: 2 }],
  });
  const lessons = changed(body(form(initiative)), body({ ...form(initiative), name: "Leefstraat", organisations: [] }));
  assert.deepEqual(lessons, { title: "Leefstraat", organisations: [] });
});

test("what somebody typed stays on top of what another wrote, and the rest is the other’s", () => {
  const seen = form(organisation);
  const now = form({ ...organisation, about: "Anders", website: "https://example.org" });
  const both = onto({ ...seen, name: "Getypt", about: "Getypt" }, seen, now);
  assert.deepEqual([both.name, both.about, both.website], ["Getypt", "Getypt", "https://example.org"]);
});

test("an initiative and an organisation are shown by the same names", () => {
  assert.deepEqual([kept(initiative).name, kept(initiative).organisations[0]?.name, kept(organisation).talents.length], ["Schoolstraat", "O", 1]);
});

test("a membership that ends later still runs", () => {
  const told = (since: string | null, until: string | null) => lapse(since, until, "2026-11-29");
  assert.deepEqual(
    [told("2020-01-01", "2024-01-01"), told("2020-01-01", null), told("2020-01-01", "2027-06-30"), told(null, "2027-06-30")],
    ["between", "since", "sinceRuns", "runs"],
  );
  assert.deepEqual([told(null, "2024-01-01"), told(null, null)], ["until", ""]);
});

test("a form of something new has the fields of its kind, and they are all empty", () => {
  assert.deepEqual(Object.keys(blank(false)).sort(), Object.keys(form(organisation)).sort());
  assert.deepEqual(Object.keys(blank(true)).sort(), Object.keys(form(initiative)).sort());
  const said = body({ ...blank(true), name: " Leefstraat " });
  assert.deepEqual([said["title"], said["start"], said["organisations"]], ["Leefstraat", null, []]);
});

test("a name is the same however it is written, and no name is nobody’s", () => {
  const those = [{ id: "o1", name: "Café  De Linde" }, { id: "o2", name: "De Linde" }, { id: "o3", name: null }];
  assert.deepEqual(sameName(those, " cafe de linde").map(({ id }) => id), ["o1"]);
  assert.deepEqual(sameName(those, " "), []);
});
