/** How long to wait before coming back (RFC 9110: seconds, or a moment), between a second and a minute. */
export function waitFor(retryAfter: string | null, now: number): number {
  const seconds = retryAfter === null || retryAfter.trim() === "" ? NaN : Number(retryAfter);
  const until = Number.isNaN(seconds) ? (Date.parse(retryAfter ?? "") - now) / 1000 : seconds;
  return 1000 * Math.min(60, Math.max(1, Number.isNaN(until) ? 2 : until));
}

/** About how many seconds are left, once enough was done to tell; `null` before. */
export function left(share: number, seconds: number): number | null {
  return share < 0.05 || share >= 1 || seconds < 5 ? null : (seconds * (1 - share)) / share;
}

/** A run that was begun: its id, and since when (milliseconds). */
export interface Begun {
  readonly id: string;
  readonly since: number;
}

/** The runs that this tab began, by what was asked. */
export function readBegun(kept: string | null): Readonly<Record<string, Begun>> {
  try {
    const found: unknown = JSON.parse(kept ?? "{}");
    if (typeof found !== "object" || found === null) return {};
    return Object.fromEntries(
      Object.entries(found as Record<string, unknown>).flatMap(([key, value]) => {
        const { id, since } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
        return typeof id === "string" && typeof since === "number" ? [[key, { id, since }]] : [];
      }),
    );
  } catch {
    return {};
  }
}
