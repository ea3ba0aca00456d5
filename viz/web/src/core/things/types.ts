import type { components } from "../../api/schema";

export type Organisation = components["schemas"]["OrganisationRecord"];
export type Initiative = components["schemas"]["InitiativeRecord"];
export type Entry = components["schemas"]["EntryOut"];

export interface Named {
  readonly id: string;
  readonly name: string | null;
}

/** An organisation or an initiative, as far as whoever looks may know it. */
export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly about: string | null;
  readonly themes: readonly Named[];
  readonly talents: readonly Named[];
  readonly neighbourhoods: readonly Named[];
  readonly organisations: readonly Named[];
  /** All that is kept of it; `null` for who sees the directory only. */
  readonly record: Organisation | Initiative | null;
}

/** One of several that were chosen, with how much where that is kept. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly much?: number | null;
}

/** What can be filled in of a thing; a field that it does not have is not there. */
export interface Form {
  name: string;
  about: string;
  lessons?: string;
  sector?: string;
  kind?: string;
  start?: string;
  end?: string;
  size: string;
  email?: string;
  website?: string;
  public: boolean;
  themes: readonly Chosen[];
  talents?: readonly Chosen[];
  neighbourhoods: readonly Chosen[];
  organisations?: readonly Chosen[];
}

/** A form as the API takes it. */
export type Body = Readonly<Record<string, unknown>>;
