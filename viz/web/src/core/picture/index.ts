export { disc, polyline, rectangle } from "./outlines.ts";
export { svg } from "./utils.ts";
export type { Mark, Path, Picture, Point, Text } from "./types.ts";
