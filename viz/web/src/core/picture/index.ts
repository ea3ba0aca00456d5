export { disc, polyline, rectangle } from "./outlines.ts";
export { opaque, spread } from "./lines.ts";
export { svg } from "./utils.ts";
export type { Lines, Mark, Path, Picture, Point, Text } from "./types.ts";
