/** A neighbourhood, and the district it lies in. */
export interface Place {
  readonly id: string;
  readonly name: string;
  readonly district: string | null;
}

/** What can be chosen or was: a neighbourhood, or all of a district as one. */
export interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
}

/** How a district is called among the choices, and once it was chosen. */
export interface Words {
  readonly note: (count: number) => string;
  readonly name: (name: string, count: number) => string;
}

/** How the id of a whole district begins; those of neighbourhoods never do. */
export const DISTRICT = "district:";
