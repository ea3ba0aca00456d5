import type { components } from "../../api/schema";

type Schemas = components["schemas"];
export type Person = Schemas["PersonRecord"];
export type PersonPatch = Schemas["PersonPatch"];
export type Consent = Schemas["ConsentOut"];
export type Purpose = Schemas["Purpose"];
export type Tie = Schemas["TieOut"];
export type Wishes = Schemas["WishesOut"];

export const SECTORS = ["resident", "civil_society", "city", "politics", "business", "education"] as const;
export const AVAILABILITIES = ["yes", "limited", "no"] as const;
export const PURPOSES = ["matching", "contact", "connector", "public", "research", "mailing"] as const satisfies readonly Purpose[];
/** How somebody tells that they agree; anything else is said in their own words. */
export const SOURCES = ["conversation", "phone", "form", "mail", "other"] as const;

/** What holds of every consent that is given at once: since and until when, how that is known, what was said. */
export interface Yes {
  readonly start: string | null;
  readonly end: string | null;
  readonly source: string | null;
  readonly note: string | null;
}

/** For whom, and about which themes, somebody may be asked to introduce. */
export interface Connecting {
  readonly scope: "coordinator" | "partners";
  readonly themes: string[];
}

/** Something with a name and how much of it somebody has: "" where that is not known. */
export interface Rated {
  readonly id: string;
  readonly name: string;
  readonly rate: string;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is filled in of a person; "" where nothing is. */
export interface PersonDraft {
  readonly name: string;
  readonly about: string;
  readonly sector: string;
  readonly level: string;
  readonly availability: string;
  readonly languages: readonly string[];
  readonly neighbourhoods: readonly Named[];
  readonly themes: readonly Rated[];
  readonly talents: readonly Rated[];
  readonly email: string;
  readonly phone: string;
}

export const NOBODY: PersonDraft = {
  name: "",
  about: "",
  sector: "",
  level: "",
  availability: "",
  languages: [],
  neighbourhoods: [],
  themes: [],
  talents: [],
  email: "",
  phone: "",
};

/** What two people say of their tie to each other: the one whose page it is, and the other. */
export interface BothSay {
  readonly other: Tie["other"];
  readonly own: Tie | null;
  readonly theirs: Tie | null;
}
