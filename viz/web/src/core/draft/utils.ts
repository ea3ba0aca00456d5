import type { Draft, Fields, Waiting } from "./types.ts";

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The fields that are not as they were. */
export function touched<T extends Draft>(before: T, after: T): Fields<T> {
  return (Object.keys(after) as (keyof T & string)[]).filter((name) => !same(before[name], after[name]));
}

/** What somebody typed, on what is kept now: what they left alone becomes what it is now, what they typed stays. */
export function rebased<T extends Draft>(before: T, mine: T, theirs: T): T {
  const kept = Object.fromEntries(touched(before, mine).map((name) => [name, mine[name]])) as Partial<T>;
  return { ...theirs, ...kept };
}

/** A draft as it waits in the browser; null where nothing was filled in. */
export function packed<T extends Draft>(blank: T, draft: T, who: string): string | null {
  return touched(blank, draft).length === 0 ? null : JSON.stringify({ who, draft } satisfies Waiting);
}

/** What waits in the browser and is somebody's; whatever else may stand there is nothing. */
export function waiting(text: string | null, who: string): Waiting | null {
  try {
    const found: unknown = JSON.parse(text ?? "null");
    return typeof found === "object" && found !== null && "draft" in found && "who" in found && found.who === who ? { who, draft: found.draft } : null;
  } catch {
    return null;
  }
}

/** The draft that waits, where it has the fields of a blank one; an older page may have had others. */
export function unpacked<T extends Draft>(blank: T, text: string | null, who: string): T | null {
  const draft = waiting(text, who)?.draft;
  if (typeof draft !== "object" || draft === null) return null;
  const found = draft as Readonly<Record<string, unknown>>;
  const fits = Object.entries(blank).every(([name, value]: [string, unknown]) => name in found && alike(value, found[name]));
  return fits && Object.keys(found).every((name) => name in blank) ? (draft as T) : null;
}

/** Whether a value is of the kind of another: a text, a list of texts or of things with a name, or one such thing or none. */
function alike(blank: unknown, value: unknown): boolean {
  if (Array.isArray(blank)) return Array.isArray(value) && value.every((each) => typeof each === "string" || isNamed(each));
  return blank === null ? value === null || isNamed(value) : typeof blank === typeof value;
}

function isNamed(value: unknown): boolean {
  return typeof value === "object" && value !== null && "id" in value && typeof value.id === "string" && "name" in value && typeof value.name === "string";
}
