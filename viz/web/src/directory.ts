/** What can be browsed by anybody who may search. */

import { answer, api } from "./api/client";
import type { components } from "./api/schema";

export type Entry = components["schemas"]["EntryOut"];
export type Listed = components["schemas"]["Listed"];

export const LISTED = { mensen: "people", organisaties: "organisations", initiatieven: "initiatives" } as const;
export type ListedPlace = keyof typeof LISTED;

export interface Filter {
  readonly q?: string;
  readonly theme?: string;
  readonly talent?: string;
  readonly neighbourhood?: string;
}

export function page(kind: Listed, filter: Filter, cursor: string, limit: number, signal?: AbortSignal) {
  return answer(
    api.GET("/v1/directory/{kind}", {
      params: { path: { kind }, query: { ...filter, cursor, limit } },
      ...(signal && { signal }),
    }),
  );
}
