import type { Amount, Backup } from "./types.ts";

const STEP = 1000;
const UNITS = ["kB", "MB", "GB"] as const;

/** How large a file is, in the unit in which that is at least one; a small one in kB, rounded up. */
export function amount(bytes: number): Amount {
  const kilo = Math.max(bytes, 1) / STEP;
  const at = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(kilo) / 3)));
  return { value: at === 0 ? Math.ceil(kilo) : kilo / STEP ** at, unit: UNITS[at] ?? "kB" };
}

/** The one that was made last. */
export function latest(backups: readonly Backup[]): Backup | null {
  return backups.reduce<Backup | null>((one, other) => (one && one.made_at >= other.made_at ? one : other), null);
}
