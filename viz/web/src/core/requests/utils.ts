import type { Asked } from "./types.ts";

/** Whole days from one day of the API to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Requests in the order of who waits longest; those without a day come last. */
export function longestFirst(requests: readonly Asked[]): readonly Asked[] {
  return [...requests].sort(
    (one, other) =>
      Number(waits(other)) - Number(waits(one)) || (one.opened ?? "9999").localeCompare(other.opened ?? "9999"),
  );
}

/** Whether somebody still waits for it. */
export function waits(request: Asked): boolean {
  return request.status === null || request.status === "open" || request.status === "asked";
}

/** Today as the API writes it, by the clock of whoever looks. */
export function today(now: Date = new Date()): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
