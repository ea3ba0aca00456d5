export { hidden, MEASURE, ordered, type Order, ORDERS, ranges, step, STEPS, themesOf, told } from "./coverage.ts";
export { cells } from "./hexagons.ts";
export { apart, districts, touch, wide, wrapped, type Written } from "./labels.ts";
export { beside, named, onwards, reading } from "./moves.ts";
export { HEAD, picture } from "./picture.ts";
export { corners, hexagons, outlines } from "./plans.ts";
export { type Area, type Box, type Cell, type Coverage, type Direction, type Measure, MEASURES, type OfTheme, type Plan, type Point, type Shape, type Told } from "./types.ts";
export { boxed, type District, type Hexagon, type Region, regions } from "./regions.ts";
