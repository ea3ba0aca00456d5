/** Finding people and things by a few letters. */

import { answer, api } from "./api/client";
import { kindOf } from "./core/search";
import { t } from "./messages";
import type { Choice } from "./vocabulary";

export async function search(text: string, signal: AbortSignal, kinds: readonly string[] | null = null, limit = 8) {
  if (text.trim() === "") return [];
  const query = { q: text.trim(), limit, ...(kinds && { kinds: [...kinds] }) };
  return (await answer(api.GET("/v1/search", { params: { query }, signal }))).results;
}

export async function findPeople(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  return (await search(text, signal, ["person"])).map(({ id, name }) => ({ id, name }));
}

export async function findAskers(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  return (await search(text, signal, ["person", "organisation"])).map((found) => ({
    id: found.id,
    name: found.name,
    note: t(`kind.${kindOf(found)}`),
  }));
}

export async function findOrganisations(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  return (await search(text, signal, ["organisation"])).map(({ id, name }) => ({ id, name }));
}

export async function findInitiatives(text: string, signal: AbortSignal): Promise<readonly Choice[]> {
  return (await search(text, signal, ["initiative"])).map(({ id, name }) => ({ id, name }));
}
