/** Finding people and things by a few letters. */

import { answer, api } from "./api/client";
import { type Found, kindOf, namesakes } from "./core/search";
import { here } from "./here.svelte";
import { t } from "./messages";
import type { Choice } from "./vocabulary";

export async function search(text: string, signal: AbortSignal, kinds: readonly string[] | null = null, limit = 8) {
  if (text.trim() === "") return [];
  const query = { q: text.trim(), limit, ...(kinds && { kinds: [...kinds] }) };
  return (await answer(api.GET("/v1/search", { params: { query }, signal }))).results;
}

export const noted = (note: string | undefined) => (note === undefined ? {} : { note });

/** What tells people of one name apart: where they are active or with whom, for who may read that; else their key. */
export async function apart(found: readonly Found[], signal: AbortSignal): Promise<ReadonlyMap<string, string>> {
  const told = namesakes(found).map(async ({ id, key }) => {
    if (!here.may("records")) return [id, key] as const;
    const { neighbourhoods, organisations } = await answer(api.GET("/v1/people/{id}", { params: { path: { id } }, signal }));
    const words = [neighbourhoods[0]?.name, organisations[0]?.name].filter((name) => name);
    return [id, words.length === 0 ? key : words.join(" · ")] as const;
  });
  // Whoever is gone meanwhile has nothing to be told apart by.
  const known = await Promise.allSettled(told);
  return new Map(known.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
}

export async function findPeople(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const found = await search(text, signal, ["person"]);
  const notes = await apart(found, signal);
  return found.map(({ id, name }) => ({ id, name, ...noted(notes.get(id)) }));
}

export async function findAskers(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const found = await search(text, signal, ["person", "organisation"]);
  const notes = await apart(found, signal);
  return found.map((one) => ({ id: one.id, name: one.name, note: notes.get(one.id) ?? t(`kind.${kindOf(one)}`) }));
}

export async function findOrganisations(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  return (await search(text, signal, ["organisation"])).map(({ id, name }) => ({ id, name }));
}

export async function findInitiatives(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  return (await search(text, signal, ["initiative"])).map(({ id, name }) => ({ id, name }));
}
