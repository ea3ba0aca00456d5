import type { components } from "../../api/schema";

export type Found = components["schemas"]["FoundOut"];

export const KINDS = ["person", "organisation", "theme", "talent", "initiative", "neighbourhood", "request"] as const;
export type Kind = (typeof KINDS)[number];
