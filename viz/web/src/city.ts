/** What the city looks like, and what is told of each part of it. */

import { answer, api } from "./api/client";
import type { Area, Coverage } from "./core/city";
import { Running } from "./running.svelte";

export type Level = "neighbourhood" | "district";

export async function areas(by: Level, signal: AbortSignal): Promise<readonly Area[]> {
  return (await answer(api.GET("/v1/areas", { params: { query: { by } }, signal }))).items;
}

/** Coverage of every theme everywhere; in a large city it is worked on for a while. */
export function coverage(by: Level, signal: AbortSignal, running = new Running()): Promise<Coverage> {
  const path = { question: "coverage" } as const;
  return running.follow(`coverage ${by}`, () => api.GET("/v1/analysis/{question}", { params: { path, query: { by } }, signal }), signal) as Promise<Coverage>;
}
