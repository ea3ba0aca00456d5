import { assert, test } from "vitest";
import {
  causes,
  changes,
  chosen,
  type Column,
  columnOf,
  joined,
  kinds,
  type KnownTable,
  lacking,
  mustMend,
  newIn,
  NOTHING,
  proposed,
  recalled,
  type Report,
  type Run,
  share,
  type Sheet,
  stepOf,
  stuck,
  tableOf,
  takenBack,
  takenOver,
  twice,
  withColumn,
  withSheet,
  withValue,
  written,
} from "../src/core/import";

const column = (header: string, name: string | null, more: Partial<Column> = {}): Column => ({
  header,
  column: name,
  how: name === null ? null : "name",
  like: null,
  examples: [],
  ...more,
});
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  place: "leden.xlsx/Blad1",
  file: "leden.xlsx",
  sheet: "Blad1",
  table: "people",
  how: "name",
  like: null,
  rows: 3,
  columns: [column("id", "id"), column("Naam", "name"), column("Maat", null)],
  missing: [],
  ...more,
});
const report = (...sheets: Sheet[]): Report => ({
  batch: null,
  dry_run: true,
  files: [],
  sha256: "",
  counts: {},
  refused: 0,
  refusals: [],
  replaced: [],
  notices: [],
  duplicates: [],
  sheets,
  changes: [],
  mark: "m",
});
const run = (more: Partial<Run> = {}): Run => ({
  id: "batch:1",
  dry_run: true,
  files: [],
  began_at: "",
  state: "done",
  phase: "writing",
  rows_done: 0,
  rows: 0,
  report: report(sheet()),
  problem: null,
  ...more,
});
const words = (text: string) => ({ nl: text, en: text });
const people: KnownTable = {
  name: "people",
  label: words("personen"),
  columns: ["id", "name", "about"].map((name) => ({
    name,
    label: words(name),
    meaning: words(""),
    holds: words(""),
    required: name !== "about",
  })),
};

test("a step is shown only where there is something to show", () => {
  assert.strictEqual(stepOf("nakijken", null), "kies");
  assert.strictEqual(stepOf("nakijken", run({ state: "running", report: null })), "kies");
  assert.strictEqual(stepOf("kolommen", run()), "kolommen");
  assert.strictEqual(stepOf("klaar", run()), "kies");
  assert.strictEqual(stepOf("klaar", run({ dry_run: false })), "klaar");
  assert.strictEqual(stepOf("nakijken", run({ dry_run: false })), "kies");
  assert.strictEqual(stepOf(undefined, run()), "kies");
});

test("what was chosen stands in the report, so that who comes back goes on with it", () => {
  const told = report(
    sheet({ how: "chosen", columns: [column("Nr", "id", { how: "chosen" }), column("Maat", null, { how: "chosen" })] }),
    sheet({ place: "leden.xlsx/Kladblok", table: null, how: "chosen", columns: [] }),
    sheet({ place: "b.csv", columns: [column("Oud", "about", { how: "remembered" })] }),
  );
  assert.deepEqual(chosen(told), {
    sheets: { "leden.xlsx/Blad1": "people", "leden.xlsx/Kladblok": "" },
    columns: { people: { Nr: "id", Maat: "" } },
    values: {},
  });
});

test("what a name looks like is proposed, and does not undo what somebody chose", () => {
  const told = report(
    sheet({ columns: [column("naaam", null, { like: "name" }), column("over", null, { how: "chosen", like: null })] }),
    sheet({ place: "a/Blad2", table: null, how: null, like: "ties", columns: [] }),
  );
  assert.deepEqual(proposed(told), {
    sheets: { "a/Blad2": "ties" },
    columns: { people: { naaam: "name", over: "" } },
    values: {},
  });
});

test("a choice goes before what was read", () => {
  const at = sheet();
  const mapping = withColumn(withSheet(NOTHING, at.place, "ties"), "people", "Naam", "");
  assert.strictEqual(tableOf(mapping, at), "ties");
  assert.strictEqual(columnOf(mapping, at, column("Naam", "name")), "");
  assert.strictEqual(tableOf(NOTHING, at), "people");
  assert.strictEqual(columnOf(NOTHING, at, column("Naam", "name")), "name");
});

test("one choice after another keeps the others", () => {
  const both = withColumn(withColumn(NOTHING, "people", "A", "id"), "people", "B", "name");
  assert.deepEqual(both.columns, { people: { A: "id", B: "name" } });
  assert.strictEqual(written(NOTHING), "");
  assert.deepEqual(JSON.parse(written(both)), both);
});

test("what a table lacks is what nobody chose a column for", () => {
  const at = sheet({ columns: [column("Nr", null), column("Naam", "name")], missing: ["id"] });
  assert.deepEqual(lacking(NOTHING, at, people), ["id"]);
  assert.deepEqual(lacking(withColumn(NOTHING, "people", "Nr", "id"), at, people), []);
  assert.deepEqual(lacking(withColumn(NOTHING, "people", "Naam", ""), at, people), ["id", "name"]);
  assert.deepEqual(lacking(withSheet(NOTHING, at.place, ""), at, people), []);
});

test("two headers for one column are told, the parts of a long text are not", () => {
  const at = sheet({ columns: [column("naam", "name"), column("name", "name"), column("over", "about"), column("over (2)", "about")] });
  assert.deepEqual(twice(NOTHING, at), ["name"]);
  assert.deepEqual(twice(withColumn(NOTHING, "people", "name", ""), at), []);
});

test("columns come first only where a sheet can't be read without", () => {
  assert.ok(!stuck(sheet()));
  assert.ok(stuck(sheet({ missing: ["id"] })));
  assert.ok(stuck(sheet({ columns: [column("naaam", null, { like: "name" })] })));
  assert.ok(stuck(sheet({ columns: [column("naam", "name"), column("name", "name")] })));
  assert.ok(stuck(sheet({ table: null, how: null, like: "people" })));
  assert.ok(!stuck(sheet({ table: null, how: "chosen", like: null })));
  assert.ok(!mustMend(report(sheet(), sheet({ table: null, how: null }))));
  assert.ok(mustMend(report(sheet({ table: null, how: null }))));
});

test("how far a run is, where somebody knows", () => {
  assert.strictEqual(share(run({ rows_done: 50, rows: 200 })), 0.25);
  assert.strictEqual(share(run({ rows_done: 50, rows: 0 })), null);
  assert.strictEqual(changes({ people: { new: 1, changed: 2, unchanged: 9 }, ties: { new: 4, changed: 0, unchanged: 0 } }), 7);
});

test("what somebody just chose is told apart from what was there", () => {
  const before = withColumn(NOTHING, "people", "Maat", "phone");
  const after = withSheet(withColumn(before, "people", "Naam", ""), "leden.xlsx/Blad1", "people");
  assert.deepEqual(newIn(before, after), withSheet(withColumn(NOTHING, "people", "Naam", ""), "leden.xlsx/Blad1", "people"));
  assert.deepEqual(joined(before, newIn(before, after)), after);
});

test("of two choices for one header the later counts", () => {
  const earlier = withColumn(withColumn(NOTHING, "people", "Maat", "phone"), "people", "Naam", "name");
  assert.deepEqual(joined(earlier, withColumn(NOTHING, "people", "Maat", "")), withColumn(earlier, "people", "Maat", ""));
});

test("a choice is there again for the same header, and for no other", () => {
  const kept = withColumn(withColumn(NOTHING, "people", "Maat", "phone"), "people", "Weg", "email");
  assert.deepEqual(recalled(kept, report(sheet())), withColumn(NOTHING, "people", "Maat", "phone"));
  assert.deepEqual(recalled(kept, report(sheet({ table: "organisations" }))), NOTHING);
});

test("a choice that says what is there already is not made again, one to leave out is", () => {
  assert.deepEqual(recalled(withColumn(NOTHING, "people", "Naam", "name"), report(sheet())), NOTHING);
  const out = withColumn(NOTHING, "people", "Maat", "");
  assert.deepEqual(recalled(out, report(sheet())), out);
});

test("the headers of a sheet go with the table that was chosen for it", () => {
  const kept = withColumn(withSheet(NOTHING, "leden.xlsx/Blad1", "people"), "people", "Maat", "phone");
  const other = sheet({ table: null, how: null, columns: [column("Maat", null)] });
  assert.deepEqual(recalled(kept, report(other)), kept);
});

type Refusal = Report["refusals"][number];
const refusal = (row: number, more: Partial<Refusal> = {}): Refusal => ({
  file: "leden.xlsx",
  sheet: "Blad1",
  row,
  column: "Talen",
  value: "Nederlands, Frans",
  expected: words(""),
  nearest: "Nederlands; Frans",
  certain: true,
  cause: null,
  ...more,
});
const row = (number: number) => ({ file: "leden.xlsx", sheet: "Blad1", row: number });
const refusing = (...refusals: Refusal[]): Report => ({
  ...report(sheet({ columns: [column("Talen", "languages"), column("Wijk", "neighbourhood")] })),
  refusals,
  refused: refusals.length,
});

test("what follows from a refused row stands under what is wrong there, however far", () => {
  const [first, second] = [refusal(2), refusal(2, { column: "Wijk" })];
  const near = refusal(1, { sheet: "banden", cause: row(2) });
  const far = refusal(9, { sheet: "banden", cause: { ...row(1), sheet: "banden" } });
  const lost = refusal(8, { cause: row(77) });
  assert.deepEqual(
    causes([far, near, first, second, lost]).map((each) => [each.refusal, each.follow]),
    [[first, []], [second, [far, near]], [lost, []]],
  );
});

test("rows that follow from one another are all shown", () => {
  const ring = [refusal(1, { cause: row(2) }), refusal(2, { cause: row(1) })];
  assert.equal(causes(ring).length, 2);
});

test("what is certain is taken over, for one value or a whole column", () => {
  const told = refusing(refusal(2), refusal(3, { value: "Fries, Engels", nearest: "Fries; Engels" }), refusal(4, { certain: false, value: "Klingon" }));
  const one = takenOver(NOTHING, told, told.refusals.slice(0, 1));
  assert.deepEqual(one.values, { people: { languages: { "Nederlands, Frans": "Nederlands; Frans" } } });
  const [kind] = kinds(told);
  assert.deepEqual([kind?.header, kind?.refusals.length], ["Talen", 2]);
  assert.deepEqual(Object.keys(takenOver(one, told, kind?.refusals ?? []).values["people"]?.["languages"] ?? {}), ["Nederlands, Frans", "Fries, Engels"]);
  assert.equal(takenOver(NOTHING, told, told.refusals.slice(2)), NOTHING);
  assert.deepEqual(JSON.parse(written(one)), { ...NOTHING, values: one.values });
});

test("one refusal is no kind to take over together, nor is a header that nobody knows", () => {
  assert.deepEqual(kinds(refusing(refusal(2))), []);
  assert.deepEqual(kinds(refusing(refusal(2, { column: "?" }), refusal(3, { column: "?" }))), []);
});

test("what was taken over is known from the report, and again for a file that says the same", () => {
  const taken = { table: "people", column: "languages", value: "Nederlands, Frans", to: "Nederlands; Frans", rows: [row(2)], all_rows: 1 };
  const kept = chosen({ ...refusing(), replaced: [taken] });
  assert.deepEqual(kept.values, { people: { languages: { "Nederlands, Frans": "Nederlands; Frans" } } });
  assert.deepEqual(recalled(kept, refusing(refusal(5))).values, kept.values);
  assert.deepEqual(recalled(kept, refusing(refusal(5, { nearest: "Fries" }))), NOTHING);
  const left = withValue(kept, "people", "languages", "Nederlands, Frans", "");
  assert.deepEqual(newIn(kept, left).values, left.values);
  assert.deepEqual(joined(kept, left).values, left.values);
});

test("what was taken back is no longer said to be there", () => {
  const done = run({ dry_run: false, report: { ...report(), batch: "batch:1", dry_run: false } });
  const batch = (status: string) => [{ id: "batch:1", files: [], sha256: "", status, counts: {}, created_at: "", recorded_by: "" }];
  assert.isTrue(takenBack(done, batch("undone")));
  assert.isFalse(takenBack(done, batch("done")));
  assert.isFalse(takenBack(run(), batch("undone")));
});
