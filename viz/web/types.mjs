// The types of the API, from the golden description that a test holds to the real one.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const SOURCE = new URL("../../tests/golden/openapi.json", import.meta.url);
const TARGET = new URL("src/api/schema.ts", import.meta.url);

/** Leave out what is told to people: the types stay the same, and their diff shows what changed. */
function bare(value, named = false) {
  if (Array.isArray(value)) return value.map((each) => bare(each));
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).filter(
    ([key]) => named || !["description", "summary", "title", "examples", "example"].includes(key),
  );
  return Object.fromEntries(kept.map(([key, each]) => [key, bare(each, key === "properties" || key === "schemas")]));
}

const described = bare(JSON.parse(readFileSync(SOURCE, "utf8")));
for (const path of Object.values(described.paths))
  for (const call of Object.values(path))
    if (call.responses)
      call.responses = Object.fromEntries(Object.entries(call.responses).filter(([status]) => status.startsWith("2")));
const head = "// Made from tests/golden/openapi.json by `npm run types`; not to be changed by hand.\n";
const text = head + astToString(await openapiTS(described, { alphabetize: true }));
if (!process.argv.includes("--check")) writeFileSync(TARGET, text);
else if (readFileSync(TARGET, "utf8") !== text) {
  process.stderr.write("src/api/schema.ts is not that of tests/golden/openapi.json; run: npm run types\n");
  process.exit(1);
}
