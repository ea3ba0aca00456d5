export type { Drawing, Ink, Key, Mark, Room, Sign } from "./types.ts";
export { scale, ticks, wide, wrapped } from "./basics.ts";
export { bars, type Bar } from "./bars.ts";
export { beside, type Axis, type Beside } from "./beside.ts";
export { heat, narrowest, type Heat, type HeatCell } from "./heat.ts";
export { lines, type Across, type At, type Panel, type Series } from "./lines.ts";
export { outline, picture } from "./picture.ts";
