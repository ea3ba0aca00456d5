/** Finding people and things by a few letters. */

import { answer, api } from "./api/client";
import { kindOf, notes } from "./core/search";
import { here } from "./here.svelte";
import { t } from "./messages";
import type { Choice } from "./vocabulary";

export async function search(text: string, signal: AbortSignal, kinds: readonly string[] | null = null, limit = 8) {
  if (text.trim() === "") return [];
  const query = { q: text.trim(), limit, ...(kinds && { kinds: [...kinds] }) };
  return (await answer(api.GET("/v1/search", { params: { query }, signal }))).results;
}

export const noted = (note: string | undefined) => (note === undefined ? {} : { note });

export async function findPeople(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const found = await search(text, signal, ["person"]);
  const told = notes(found, here.language);
  return found.map(({ id, name }) => ({ id, name, ...noted(told.get(id)) }));
}

export async function findAskers(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const found = await search(text, signal, ["person", "organisation"]);
  const told = notes(found, here.language);
  return found.map((one) => ({ id: one.id, name: one.name, note: told.get(one.id) ?? t(`kind.${kindOf(one)}`) }));
}

export async function findOrganisations(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  return (await search(text, signal, ["organisation"])).map(({ id, name }) => ({ id, name }));
}

export async function findInitiatives(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  return (await search(text, signal, ["initiative"])).map(({ id, name }) => ({ id, name }));
}
