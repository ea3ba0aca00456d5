/** The places one can be, by the word that stands in their address, in the order in which they are listed. */
export const PLACES = [
  "start",
  "vragen",
  "pad",
  "kaart",
  "netwerk",
  "mensen",
  "organisaties",
  "initiatieven",
  "invoer",
  "beheer",
  "zoeken",
] as const;

export type Place = (typeof PLACES)[number];

/** Where somebody is: the place, what is shown of it, and how it was asked for. */
export interface Route {
  readonly place: Place | "onbekend";
  /** What comes after the place in the address: the id of one thing, or a part of the place. */
  readonly of: string;
  readonly query: Readonly<Record<string, string>>;
}
