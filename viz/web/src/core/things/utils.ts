import type { Body, Chosen, Entry, Form, Initiative, Named, Organisation, Thing } from "./types.ts";

export const isInitiative = (record: Organisation | Initiative): record is Initiative => "title" in record;

/** What is kept of a thing, as its page shows it. */
export function kept(record: Organisation | Initiative): Thing {
  const { id, about, themes, neighbourhoods } = record;
  return isInitiative(record)
    ? { id, name: record.title, about, themes, talents: [], neighbourhoods, organisations: record.organisations, record }
    : { id, name: record.name, about, themes, talents: record.talents, neighbourhoods, organisations: [], record };
}

/** A line of the directory, as a page shows it. */
export const listed = (entry: Entry): Thing => ({ ...entry, record: null });

/** How the years of a membership are told: it ran from one to the other, runs since, still runs until, or ran until. */
export function lapse(since: string | null, until: string | null, today: string): "between" | "since" | "runs" | "sinceRuns" | "until" | "" {
  const ends = until !== null && until >= today;
  if (since !== null) return until === null ? "since" : ends ? "sinceRuns" : "between";
  return until === null ? "" : ends ? "runs" : "until";
}

const text = (value: string | number | null) => (value === null ? "" : String(value));
const chosen = (those: readonly { readonly id: string; readonly name: string | null }[]): readonly Chosen[] =>
  those.map(({ id, name }) => ({ id, name: name ?? id }));

/** A form filled in with what is kept. */
export function form(record: Organisation | Initiative): Form {
  const both = { about: text(record.about), size: text(record.size), public: record.public, neighbourhoods: chosen(record.neighbourhoods) };
  if (isInitiative(record)) {
    const { title, lessons, start, end, themes, organisations } = record;
    return { ...both, name: title, lessons: text(lessons), start: text(start), end: text(end), themes: chosen(themes), organisations: chosen(organisations) };
  }
  const { name, sector, kind, email, website } = record;
  return {
    ...both,
    name,
    sector: text(sector),
    kind: text(kind),
    email: text(email),
    website: text(website),
    themes: record.themes.map((each) => ({ id: each.id, name: each.name ?? each.id, much: each.experience })),
    talents: record.talents.map((each) => ({ id: each.id, name: each.name ?? each.id, much: each.level })),
  };
}

/** A form of something that is not there yet. */
export function blank(initiative: boolean): Form {
  const both = { name: "", about: "", size: "", public: false, themes: [], neighbourhoods: [] };
  return initiative
    ? { ...both, lessons: "", start: "", end: "", organisations: [] }
    : { ...both, sector: "", kind: "", email: "", website: "", talents: [] };
}

const folded = (name: string | null) => (name ?? "").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/\s+/u).filter(Boolean).join(" ");

/** Those that carry a name already, however it is written: capitals, accents and spaces make no other name. */
export function sameName(those: readonly Named[], name: string): readonly Named[] {
  const wanted = folded(name);
  return wanted === "" ? [] : those.filter((each) => folded(each.name) === wanted);
}

const filled = (value: string) => (value.trim() === "" ? null : value.trim());
const ids = (those: readonly Chosen[]) => those.map(({ id }) => id).sort();

/** What a form says, in the words of the API: of an initiative the name is its title, and its themes have no experience. */
export function body(of: Form): Body {
  const { name, about, size, themes, neighbourhoods } = of;
  const both = { about: filled(about), size: size === "" ? null : Number(size), public: of.public, neighbourhoods: ids(neighbourhoods) };
  if (of.organisations !== undefined)
    return {
      ...both,
      title: filled(name),
      lessons: filled(of.lessons ?? ""),
      start: filled(of.start ?? ""),
      end: filled(of.end ?? ""),
      themes: ids(themes),
      organisations: ids(of.organisations),
    };
  const much = (those: readonly Chosen[]) => [...those].sort((one, other) => (one.id < other.id ? -1 : 1));
  return {
    ...both,
    name: filled(name),
    sector: filled(of.sector ?? ""),
    kind: filled(of.kind ?? ""),
    email: filled(of.email ?? ""),
    website: filled(of.website ?? ""),
    themes: much(themes).map((each) => ({ theme: each.id, experience: each.much ?? null })),
    talents: much(of.talents ?? []).map((each) => ({ talent: each.id, level: each.much ?? null })),
  };
}

/** Those fields of a body that are not as they were. */
export function changed(before: Body, after: Body): Body {
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
}

/** What those fields were: a body that takes a change back. */
export function undone(before: Body, change: Body): Body {
  return Object.fromEntries(Object.keys(change).map((name) => [name, before[name] ?? null]));
}

/** What somebody typed, on top of what became of the rest meanwhile. */
export function onto(typed: Form, seen: Form, now: Form): Form {
  const of = (name: keyof Form) => (JSON.stringify(typed[name]) === JSON.stringify(seen[name]) ? now[name] : typed[name]);
  return Object.fromEntries((Object.keys(now) as (keyof Form)[]).map((name) => [name, of(name)])) as unknown as Form;
}
