/** What the city looks like, and what is told of each part of it. */

import { answer, api } from "./api/client";
import type { components } from "./api/schema";
import type { Area, Coverage } from "./core/city";

export type Level = "neighbourhood" | "district";

const AGAIN = 1500;

export async function areas(by: Level, signal: AbortSignal): Promise<readonly Area[]> {
  return (await answer(api.GET("/v1/areas", { params: { query: { by } }, signal }))).items;
}

/** Coverage of every theme everywhere; in a large city it is worked on for a while, and asked for until it is done. */
export async function coverage(by: Level, signal: AbortSignal): Promise<Coverage> {
  const path = { question: "coverage" } as const;
  let got: unknown = await answer(api.GET("/v1/analysis/{question}", { params: { path, query: { by } }, signal }));
  for (let run = running(got); run; run = running(got)) {
    if (run.answer) return run.answer as Coverage;
    await new Promise((done) => setTimeout(done, AGAIN));
    got = await answer(api.GET("/v1/runs/{id}", { params: { path: { id: run.id } }, signal }));
  }
  return got as Coverage;
}

function running(got: unknown): components["schemas"]["RunOut"] | null {
  return typeof got === "object" && got !== null && "id" in got && !("sentences" in got) ? (got as components["schemas"]["RunOut"]) : null;
}
