import { assert, test } from "vitest";
import { called } from "../src/core/places";

test("neighbourhoods of one name carry their district, others have it beside them", () => {
  const places = [
    { id: "1", name: "Noord", district: "Deurne" },
    { id: "2", name: "Noord", district: "Hoboken" },
    { id: "3", name: "Dam", district: "Antwerpen" },
    { id: "4", name: "Kaai", district: null },
  ];
  assert.deepEqual(called(places), [
    { id: "1", name: "Noord (Deurne)" },
    { id: "2", name: "Noord (Hoboken)" },
    { id: "3", name: "Dam", note: "Antwerpen" },
    { id: "4", name: "Kaai" },
  ]);
});
