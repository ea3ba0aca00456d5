import type { components } from "../../api/schema";

export type MapOut = components["schemas"]["MapOut"];
export type NodeKind = components["schemas"]["NodeKind"];
export type EdgeKind = components["schemas"]["EdgeKind"];

/** What a node can be filtered and coloured by. */
export const FIELDS = ["kind", "sector", "community", "theme", "talent", "neighbourhood", "district", "level"] as const;
export type Field = (typeof FIELDS)[number];

/** What a node can be drawn larger by. */
export const SIZES = ["degree", "betweenness", "size"] as const;
export type Size = (typeof SIZES)[number];

export interface MapNode {
  readonly at: number;
  readonly id: string;
  readonly label: string;
  readonly kind: NodeKind;
  readonly x: number;
  readonly y: number;
  readonly of: Readonly<Record<Field, readonly string[]>>;
  readonly sizes: Readonly<Record<Size, number | null>>;
}

export interface MapEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: EdgeKind;
  /** 0 to 1. */
  readonly weight: number;
  readonly count: number | null;
}

export interface Network {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** The edges of each node, by their places. */
  readonly edgesOf: readonly (readonly number[])[];
  /** The names of communities, largest first. */
  readonly communities: readonly { readonly nl: string; readonly en: string }[];
  /** Fields of which some node has a value. */
  readonly fields: readonly Field[];
  readonly sizes: readonly Size[];
}

/** The values that are wanted of each field; of a field without any, all are. */
export type Filter = Readonly<Partial<Record<Field, readonly string[]>>>;

export interface Option {
  readonly value: string;
  /** How many nodes would be left with it. */
  readonly count: number;
}
