export { FONT, svg } from "./utils.ts";
export type { Mark, Path, Picture, Text } from "./types.ts";
