import type { Language, Words } from "./types.ts";

/** Between thousands, and between a number and its sign: no line breaks there. */
const CLOSE = "\u00a0";

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

/** Figures stay beside their sign, wherever a line breaks; "< 5" is left as it is. */
export function close(text: string): string {
  return text.replace(/(\d) (?=%)/g, `$1${CLOSE}`);
}

export function said(words: Words, language: Language): string {
  return close(language === "en" ? words.en : words.nl);
}

const TAG: Readonly<Record<Language, string>> = { nl: "nl-BE", en: "en-GB" };

/** Several in a sentence: "a, b en c". */
export function listed(those: readonly string[], language: Language): string {
  return new Intl.ListFormat(language === "en" ? "en-GB" : "nl-BE", { type: "conjunction" }).format(those);
}

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

/** A number as the server says it in its sentences: "1 200" and "0,3" in Dutch, "1,200" and "0.3" in English. */
export function decimal(value: number, language: Language, digits = 2): string {
  const english = new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    roundingMode: "halfEven",
    // What rounds to nothing has no sign.
    signDisplay: "negative",
  }).format(value);
  return language === "en" ? english : english.replaceAll(",", CLOSE).replace(".", ",");
}

export function whole(value: number, language: Language): string {
  return decimal(value, language, 0);
}

/** A number that may be no whole one: with a decimal, and without where that is 0. */
export function average(value: number, language: Language): string {
  const told = decimal(value, language, 1);
  return /[.,]0$/.test(told) ? whole(value, language) : told;
}

/** A share in percents, with a decimal near nothing and near all; only nothing is 0 % and only all is 100 %. */
export function percent(share: number, language: Language): string {
  const digits = (share >= 0.1 && share < 0.99) || share === 0 || share === 1 ? 0 : 1;
  const shown = Number(decimal(100 * share, "en", digits));
  const told = (value: number, few: number) => `${decimal(value, language, few)}${CLOSE}%`;
  if (digits === 1 && shown === 0) return `<${CLOSE}${told(0.1, 1)}`;
  if (digits === 1 && shown === 100) return `>${CLOSE}${told(99.9, 1)}`;
  return told(100 * share, digits);
}
