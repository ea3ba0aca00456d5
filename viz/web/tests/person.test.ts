import { assert, test } from "vitest";
import { bothSay, type Consent, draftOf, holding, mailable, NOBODY, notHeld, type Person, type Tie, written, yeses } from "../src/core/person";
import { type Asked, newRequest, requestChanges, requestDraft } from "../src/core/requests";

const an: Person = {
  id: "person:1",
  key: "p1",
  name: "An",
  sector: "resident",
  level: 2,
  languages: ["nl", "fr"],
  availability: null,
  about: null,
  open_asks: null,
  ask_limit: null,
  paused_until: null,
  neighbourhoods: [{ id: "wijk:1", key: "W1", name: "Dam" }],
  themes: [{ id: "theme:1", key: "t1", name: "Groen", experience: 0 }],
  talents: [{ id: "talent:1", key: "s1", name: "Luisteren", level: null }],
  organisations: [],
  updated_at: "2026-11-28T10:00:00Z",
};

test("a person that is left as it is, is not written", () => {
  assert.deepEqual(written(draftOf(an), draftOf(an)), {});
});

test("only what was touched is written, and writing it the other way round takes it back", () => {
  const before = draftOf(an);
  const after = { ...before, name: " An Peeters ", level: "", talents: [{ id: "talent:1", name: "Luisteren", rate: "3" }] };
  assert.deepEqual(written(before, after), { name: "An Peeters", level: null, talents: [{ talent: "talent:1", level: 3 }] });
  assert.deepEqual(written(after, before), { name: "An", level: 2, talents: [{ talent: "talent:1", level: null }] });
});

test("a new person is what was filled in, and nothing else", () => {
  assert.deepEqual(written(NOBODY, { ...NOBODY, name: "Bo", themes: [{ id: "theme:1", name: "Groen", rate: "0" }] }), {
    name: "Bo",
    themes: [{ theme: "theme:1", experience: 0 }],
  });
});

test("a consent holds where it was given and is in force", () => {
  const event = (id: string, given: boolean, in_force: boolean) => ({ id, purpose: "matching", given, in_force }) as Consent;
  assert.strictEqual(holding([event("1", true, false), event("2", true, true)], "matching")?.id, "2");
  assert.strictEqual(holding([event("1", true, false), event("2", false, true)], "matching"), null);
  assert.strictEqual(holding([event("1", true, true)], "contact"), null);
});

test("what two people say of each other stands together, by name", () => {
  const tie = (id: string, name: string, said_by: string) => ({ other: { id, key: id, name }, said_by }) as Tie;
  const both = bothSay([tie("b", "Bo", "other"), tie("a", "An", "other"), tie("b", "Bo", "person")]);
  assert.deepEqual(both.map(({ other, own, theirs }) => [other.name, own !== null, theirs !== null]), [
    ["An", false, true],
    ["Bo", true, true],
  ]);
});

test("a request is written whole when it is new, and in part when it is corrected", () => {
  const asked = {
    id: "request:1",
    title: "Wie helpt?",
    text: null,
    kind: "start",
    asker: "person:1",
    asked_by: { id: "person:1", key: "p1", name: "An" },
    themes: [{ id: "theme:1", key: "t1", name: "Groen" }],
    talents: [],
    neighbourhoods: [],
    languages: ["nl"],
    needed_by: null,
    people_needed: 2,
  } as unknown as Asked;
  const before = requestDraft(asked);
  assert.deepEqual(requestChanges(before, { ...before, neededBy: "2026-12-24", people: "" }), {
    needed_by: "2026-12-24",
    people_needed: null,
  });
  assert.deepEqual(newRequest(before, "2026-11-01"), {
    title: "Wie helpt?",
    text: null,
    kind: "start",
    asker: "person:1",
    themes: ["theme:1"],
    talents: [],
    neighbourhoods: [],
    languages: ["nl"],
    needed_by: null,
    people_needed: 2,
    opened: "2026-11-01",
  });
});

test("an address has a name and a place of which the end has a dot, or is left out", () => {
  for (const right of ["", "  ", "an@voorbeeld.be", " an.b@sub.voorbeeld.be "]) assert.isTrue(mailable(right), right);
  for (const wrong of ["an", "an@", "@voorbeeld.be", "an@voorbeeld", "an b@voorbeeld.be", "an@voorbeeld.be."]) assert.isFalse(mailable(wrong), wrong);
});

test("several consents at once are one event each, that say the same of how it is known", () => {
  const shared = { start: "2026-01-02", end: null, source: "formulier", note: "getekend" };
  assert.deepEqual(yeses(["matching", "connector"], shared, { scope: "partners", themes: ["t1"] }), [
    { purpose: "matching", given: true, ...shared },
    { purpose: "connector", given: true, scope: "partners", themes: ["t1"], ...shared },
  ]);
});

test("what holds is not asked again, what was withdrawn is", () => {
  const event = { in_force: true } as Consent;
  const open = notHeld([{ ...event, purpose: "matching", given: true }, { ...event, purpose: "mailing", given: false }]);
  assert.deepEqual(open, ["contact", "connector", "public", "research", "mailing"]);
});
