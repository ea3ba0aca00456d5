export {
  type EdgeKind, type Field, FIELDS, type Filter, type MapEdge, type MapNode, type MapOut, type Network, type NodeKind, type Option, type Size, SIZES,
} from "./types.ts";
export { around, left, network, options, readFilter, toggled, written } from "./utils.ts";
