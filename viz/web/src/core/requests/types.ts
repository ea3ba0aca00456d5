import type { components } from "../../api/schema";

export type Asked = components["schemas"]["RequestRecord"];
export type RequestPatch = components["schemas"]["RequestPatch"];
export type RequestIn = components["schemas"]["RequestIn"];
export type Status = components["schemas"]["RequestStatus"];
export const STATUSES = ["open", "asked", "met", "done", "closed"] as const satisfies readonly Status[];
export const REQUEST_KINDS = ["contact", "start", "execution", "cooperation", "evaluation"] as const;

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is filled in of a request; "" where nothing is. */
export interface RequestDraft {
  readonly title: string;
  readonly text: string;
  readonly kind: string;
  readonly asker: Named | null;
  readonly themes: readonly Named[];
  readonly talents: readonly Named[];
  readonly neighbourhoods: readonly Named[];
  readonly languages: readonly string[];
  readonly neededBy: string;
  readonly people: string;
}

export const NOTHING: RequestDraft = {
  title: "",
  text: "",
  kind: "",
  asker: null,
  themes: [],
  talents: [],
  neighbourhoods: [],
  languages: [],
  neededBy: "",
  people: "1",
};
