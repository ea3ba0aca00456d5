export {
  type Circle, type EdgeKind, type Field, FIELDS, type Filter, type Lit, type MapEdge, type MapNode, type MapOut, type Network, type NodeKind, type Option, type Scene, type Size, SIZES,
} from "./types.ts";
export { approached, type Camera, between, fitted, nearness, panned, plane, type Point, room, screen, type View, zoomed } from "./camera.ts";
export { asCommunities, circles, communitiesFirst, communityId, communityOf, MANY } from "./circles.ts";
export { broken, covers, type Disc, type Placed, placed, overlap, type Stands, type Wanted } from "./labels.ts";
export { failing, type Failing } from "./fails.ts";
export { finder, type Finder } from "./near.ts";
export { reach } from "./reach.ts";
export { faded, type Ink, picture } from "./picture.ts";
export { type Measure, sheet, type Sheet, type Told } from "./sheet.ts";
export { along, COLOURS, extent, HIDDEN, nextTo, scene, sceneOfCircles } from "./scene.ts";
export { around, choices, left, network, options, readFilter, toggled, written } from "./utils.ts";
