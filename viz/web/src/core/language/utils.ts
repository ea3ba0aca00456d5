import type { Language, Words } from "./types.ts";

/** Fill what stands between braces. */
export function filled(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The half of "Nederlands. / English." in a language; what stands in both halves may hold the mark between them. */
export function half(message: string, language: Language): string {
  const marks = [...message.matchAll(/(?<=[.?!…]) \/ (?=\S)/g)];
  const middle = marks[Math.floor(marks.length / 2)];
  if (middle === undefined) return halfOfTitle(message, language);
  return language === "en" ? message.slice(middle.index + 3) : message.slice(0, middle.index);
}

function halfOfTitle(message: string, language: Language): string {
  const [nl, en, more] = message.split(" / ");
  return nl === undefined || en === undefined || more !== undefined ? message : language === "en" ? en : nl;
}

export function said(words: Words, language: Language): string {
  return language === "en" ? words.en : words.nl;
}

const TAG: Readonly<Record<Language, string>> = { nl: "nl-BE", en: "en-GB" };

/** A day of the API ("2026-11-23") as it is said. */
export function day(iso: string, language: Language): string {
  const shown = new Date(iso.length === 10 ? `${iso}T00:00:00` : iso);
  return Number.isNaN(shown.getTime())
    ? iso
    : new Intl.DateTimeFormat(TAG[language], { day: "numeric", month: "long", year: "numeric" }).format(shown);
}

/** A day and the minute of it. */
export function moment(iso: string, language: Language): string {
  const shown = new Date(iso);
  return Number.isNaN(shown.getTime())
    ? iso
    : new Intl.DateTimeFormat(TAG[language], { dateStyle: "medium", timeStyle: "short" }).format(shown);
}

export function decimal(value: number, language: Language, digits = 2): string {
  return new Intl.NumberFormat(TAG[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

export function whole(value: number, language: Language): string {
  return new Intl.NumberFormat(TAG[language], { maximumFractionDigits: 0 }).format(value);
}

export function percent(share: number, language: Language): string {
  return new Intl.NumberFormat(TAG[language], { style: "percent", maximumFractionDigits: 0 }).format(share);
}
