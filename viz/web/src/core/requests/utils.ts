import { touched } from "../draft/index.ts";
import type { Asked, RequestDraft, RequestIn, RequestPatch } from "./types.ts";

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

/** A request as it is kept, to be changed. */
export function requestDraft(asked: Asked): RequestDraft {
  const named = (each: { id: string; name: string | null }) => ({ id: each.id, name: each.name ?? each.id });
  return {
    title: asked.title,
    text: asked.text ?? "",
    kind: asked.kind ?? "",
    asker: asked.asked_by === null ? null : named(asked.asked_by),
    themes: asked.themes.map(named),
    talents: asked.talents.map(named),
    neighbourhoods: asked.neighbourhoods.map(named),
    languages: [...asked.languages].sort(),
    neededBy: asked.needed_by ?? "",
    people: String(asked.people_needed ?? ""),
  };
}

function fields(draft: RequestDraft): Record<keyof RequestDraft, readonly [keyof RequestPatch, unknown]> {
  const ids = (those: readonly { id: string }[]) => those.map(({ id }) => id);
  return {
    title: ["title", draft.title.trim()],
    text: ["text", draft.text.trim() || null],
    kind: ["kind", draft.kind || null],
    asker: ["asker", draft.asker?.id ?? null],
    themes: ["themes", ids(draft.themes)],
    talents: ["talents", ids(draft.talents)],
    neighbourhoods: ["neighbourhoods", ids(draft.neighbourhoods)],
    languages: ["languages", [...draft.languages]],
    neededBy: ["needed_by", draft.neededBy || null],
    people: ["people_needed", draft.people === "" ? null : Number(draft.people)],
  };
}

/** A new request, asked on a day. */
export function newRequest(draft: RequestDraft, opened: string | null): RequestIn {
  return { ...Object.fromEntries(Object.values(fields(draft))), opened } as RequestIn;
}

/** What has to be written so that what was filled in before becomes what is filled in now. */
export function requestChanges(before: RequestDraft, after: RequestDraft): RequestPatch {
  const all = fields(after);
  return Object.fromEntries(touched(before, after).map((name) => all[name])) as RequestPatch;
}
