import type { MapOut } from "../src/core/map";

export const map: MapOut = {
  as_of: "2026-01-01",
  revision: null,
  nodes: {
    id: ["a", "b", "c"], key: null, label: ["A", "B", "C"], kind: ["person", "person", "organisation"],
    x: [0, 1, 2], y: [0, 1, 2], sector: [0, 1, 0], level: null, neighbourhood: [2, 2, null], district: [3, 3, null],
    themes: [[1], [], [0, 1]], talents: null, community: [0, null, null], size: null, degree: [1, 2, 1], betweenness: null,
  },
  edges: { start: [0, 0, 1], end: [1, 2, 2], kind: ["tie", "tie", "member"], weight: [50, 100, 10], count: null, year: [2024, 2025, null] },
  communities: [{ name: { nl: "k", en: "k" }, people: 5 }],
  words: ["city", "resident", "Dam", "Antwerpen"],
  counts: {}, consents: [], pseudonyms: false, notes: [],
};
