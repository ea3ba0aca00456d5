export { blank, body, changed, form, isInitiative, kept, lapse, listed, onto, sameName, undone } from "./utils.ts";
export type { Body, Chosen, Entry, Form, Initiative, Named, Organisation, Thing } from "./types.ts";
