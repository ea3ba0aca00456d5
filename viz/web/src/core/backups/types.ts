import type { components } from "../../api/schema";

export type Backup = components["schemas"]["BackupOut"];

/** A size as it is said. */
export interface Amount {
  readonly value: number;
  readonly unit: "kB" | "MB" | "GB";
}
