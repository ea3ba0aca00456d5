/** What the page says. A key that is not there, or that only one language has, does not compile. */

import type { Words } from "../core/language";
import * as language from "../core/language";
import { here } from "../here.svelte";
import en from "./en.json";
import nl from "./nl.json";

export type Key = keyof typeof nl;

const TEXTS = { nl, en: en satisfies Record<Key, string> } as const;

/** Whether there is such a text: a part of a key may come from an address. */
export const known = (key: string): key is Key => key in nl;

export function t(key: Key, values: Readonly<Record<string, string | number>> = {}): string {
  return language.close(language.filled(TEXTS[here.language][key], values));
}

/** One or many: `key.one` and `key.many`, with the number in `{n}`. */
export function tn<K extends string>(
  key: `${K}.one` extends Key ? (`${K}.many` extends Key ? K : never) : never,
  n: number,
): string {
  return t((n === 1 ? `${key}.one` : `${key}.many`) as Key, { n: language.whole(n, here.language) });
}

/** What the API says in both languages. */
export const said = (words: Words): string => language.said(words, here.language);
export const half = (message: string): string => language.half(message, here.language);
export const day = (iso: string): string => language.day(iso, here.language);
export const moment = (iso: string): string => language.moment(iso, here.language);
export const decimal = (value: number, digits?: number): string => language.decimal(value, here.language, digits);
export const average = (value: number): string => language.average(value, here.language);
export const whole = (value: number): string => language.whole(value, here.language);
/** Several in a sentence: "a, b en c". */
export const listed = (those: readonly string[]): string => language.listed(those, here.language);
export const percent = (share: number): string => language.percent(share, here.language);
