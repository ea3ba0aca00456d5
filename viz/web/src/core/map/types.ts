import type { components } from "../../api/schema";

export type MapOut = components["schemas"]["MapOut"];
export type NodeKind = components["schemas"]["NodeKind"];
export type EdgeKind = components["schemas"]["EdgeKind"];

/** What a node can be filtered and coloured by. */
export const FIELDS = [
  "kind",
  "sector",
  "community",
  "theme",
  "talent",
  "neighbourhood",
  "district",
  "level",
  "year",
] as const;
export type Field = (typeof FIELDS)[number];

/** What a node can be drawn larger by. */
export const SIZES = ["degree", "betweenness", "size"] as const;
export type Size = (typeof SIZES)[number];

export interface MapNode {
  readonly at: number;
  readonly id: string;
  readonly label: string;
  readonly kind: NodeKind;
  /** Place on the plane, 0 to 65,535; `y` goes up. */
  readonly x: number;
  readonly y: number;
  /** Years are those of what its ties were last told by. */
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
  readonly year: string | null;
}

export interface Network {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  /** The edges of each node, by their places. */
  readonly edgesOf: readonly (readonly number[])[];
  /** The names of communities, largest first. */
  readonly communities: readonly { readonly nl: string; readonly en: string }[];
  /** Fields of which nodes have different values. */
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

/** What of a network is drawn, and how. */
export interface Scene {
  /** Nodes that are shown, by their places; the largest first. */
  readonly order: readonly number[];
  /** By the place of a node: its colour, as a place in the palette, or `HIDDEN`. */
  readonly colour: Uint8Array;
  /** By the place of a node: in pixels, or on the plane where `onPlane`. */
  readonly radius: Float32Array;
  readonly onPlane: boolean;
  /** Edges that are shown, by their places. */
  readonly edges: readonly number[];
  /** By the place of an edge: 1 where it is shown. */
  readonly joins: Uint8Array;
}

/** What stands out of a network. */
export interface Lit {
  readonly nodes: ReadonlySet<number>;
  readonly edges: ReadonlySet<number>;
}

/** A community as it lies on the plane, with those of its members who are shown. */
export interface Circle {
  readonly community: number;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly people: number;
}
