import { assert, test } from "vitest";
import { type Logged, subjects, told, who } from "../src/core/log";

const line = (changed: Partial<Logged>): Logged => ({
  number: 1,
  at: "2026-11-29T01:00:00Z",
  action: "changed",
  role: "coordinator",
  actor: "account:01JD",
  subjects: [],
  details: {},
  ...changed,
});

test("names of fields, purposes and kinds are told by the texts of the page", () => {
  const keys = (details: Logged["details"]) => told(details).map((each) => [each.key, ...each.values.map(({ key }) => key)]);
  assert.deepEqual(keys({ fields: "about phone" }), [[null, "log.field.about", "log.field.phone"]]);
  assert.deepEqual(keys({ given: 0, purpose: "connector" }), [[null, "log.given.0"], ["log.purpose", "purpose.connector"]]);
  assert.deepEqual(keys({ kind: "Person" }), [[null, "log.kind.Person"]]);
});

test("a count keeps its number, and what is not known is told as it stands", () => {
  assert.deepEqual(told({ people: 12 }), [{ key: "log.count.people", values: [{ key: "", plain: "people" }], n: 12 }]);
  assert.deepEqual(told({ novel: "x" }), [{ key: null, values: [{ key: "", plain: "novel: x" }], n: null }]);
});

test("who did it is an account, a resident themselves, whoever runs it here, or nobody any more", () => {
  assert.deepEqual(who(line({})), { of: "account", id: "account:01JD", role: "coordinator" });
  assert.deepEqual(who(line({ actor: "person", role: "public" })), { of: "resident" });
  assert.deepEqual(who(line({ actor: "coordinator" })), { of: "local", role: "coordinator" });
  assert.deepEqual(who(line({ actor: null, action: "sign_in_failed" })), { of: "nobody" });
  assert.deepEqual(who(line({ actor: null })), { of: "gone" });
});

test("a thing is told apart by the end of its id", () => {
  assert.deepEqual(subjects(line({ subjects: ["person:01M8ABCDEFGHJK"] })), [
    { kind: "person", id: "person:01M8ABCDEFGHJK", short: "EFGHJK" },
  ]);
});
