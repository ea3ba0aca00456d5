export type { Area, Cell, Direction, Told } from "./types.ts";
export { beside, cells, corners, step, STEPS, told } from "./utils.ts";
