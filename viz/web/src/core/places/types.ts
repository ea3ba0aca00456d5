/** A neighbourhood, and the district it lies in. */
export interface Lying {
  readonly id: string;
  readonly name: string;
  readonly district: string | null;
}

/** What it is called; its district stands beside it where the name alone tells it apart. */
export interface Called {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
}
