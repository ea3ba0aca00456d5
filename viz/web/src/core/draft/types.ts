/** What is being filled in, field by field: texts, or lists of texts and of things with a name. */
export type Draft = object;

/** Names of fields, as they stand in a draft. */
export type Fields<T extends Draft> = readonly (keyof T & string)[];

/** A draft that waits in the browser, and whose it is: the account that typed it. */
export interface Waiting {
  readonly who: string;
  readonly draft: unknown;
}
