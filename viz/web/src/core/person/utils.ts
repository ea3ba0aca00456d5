import { touched } from "../draft/index.ts";
import { type BothSay, type Connecting, type Consent, type Person, type PersonDraft, type PersonPatch, type Purpose, PURPOSES, type Tie, type Yes } from "./types.ts";

/** A person as they are kept, to be changed. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/** Whether an address can be one, or is left out; the server looks more closely. */
export function mailable(email: string): boolean {
  const text = email.trim();
  return text === "" || ADDRESS.test(text);
}

export function draftOf(person: Person): PersonDraft {
  const named = (each: { id: string; name: string | null }) => ({ id: each.id, name: each.name ?? each.id });
  const text = (value: string | number | null | undefined) => (value === null || value === undefined ? "" : String(value));
  return {
    name: person.name,
    about: text(person.about),
    sector: text(person.sector),
    level: text(person.level),
    availability: text(person.availability),
    languages: [...person.languages].sort(),
    neighbourhoods: person.neighbourhoods.map(named),
    themes: person.themes.map((each) => ({ ...named(each), rate: text(each.experience) })),
    talents: person.talents.map((each) => ({ ...named(each), rate: text(each.level) })),
    email: text(person.email),
    phone: text(person.phone),
  };
}

/** What has to be written so that what was filled in before becomes what is filled in now. */
export function written(before: PersonDraft, after: PersonDraft): PersonPatch {
  const number = (rate: string) => (rate === "" ? null : Number(rate));
  const all: Record<keyof PersonDraft, unknown> = {
    name: after.name.trim(),
    about: after.about.trim() || null,
    sector: after.sector || null,
    level: number(after.level),
    availability: after.availability || null,
    languages: after.languages,
    neighbourhoods: after.neighbourhoods.map(({ id }) => id),
    themes: after.themes.map(({ id, rate }) => ({ theme: id, experience: number(rate) })),
    talents: after.talents.map(({ id, rate }) => ({ talent: id, level: number(rate) })),
    email: after.email.trim() || null,
    phone: after.phone.trim() || null,
  };
  return Object.fromEntries(touched(before, after).map((name) => [name, all[name]])) as PersonPatch;
}

/** What holds of a purpose today: the event that was given and is in force. */
export function holding(consents: readonly Consent[], purpose: Purpose): Consent | null {
  return consents.find((each) => each.purpose === purpose && each.in_force && each.given) ?? null;
}

/** What is noted where somebody gives several consents at once: one event a purpose, that says the same of how it is known. */
export function yeses(purposes: readonly Purpose[], shared: Yes, connecting: Connecting): readonly (Yes & { purpose: Purpose; given: true } & Partial<Connecting>)[] {
  return purposes.map((purpose) => ({ purpose, given: true, ...(purpose === "connector" && connecting), ...shared }));
}

/** The purposes of which nothing holds today, in their order. */
export function notHeld(consents: readonly Consent[]): readonly Purpose[] {
  return PURPOSES.filter((purpose) => holding(consents, purpose) === null);
}

/** Every event, latest first. */
export function latestFirst(consents: readonly Consent[]): readonly Consent[] {
  return [...consents].sort((one, other) => other.recorded_at.localeCompare(one.recorded_at));
}

/** Ties by who is at the other end, by name. */
export function bothSay(ties: readonly Tie[]): readonly BothSay[] {
  const found = new Map<string, BothSay>();
  for (const tie of ties) {
    const before = found.get(tie.other.id) ?? { other: tie.other, own: null, theirs: null };
    found.set(tie.other.id, { ...before, [tie.said_by === "person" ? "own" : "theirs"]: tie });
  }
  return [...found.values()].sort((one, other) => one.other.name.localeCompare(other.other.name));
}
