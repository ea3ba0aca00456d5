/** Organisations and initiatives: one of them, who belongs to it, and changing it. */

import { all, answer, api } from "./api/client";
import type { components } from "./api/schema";
import { type Body, type Initiative, kept, listed, type Organisation, type Thing } from "./core/things";
import { LISTED, page } from "./directory";

export type ThingPlace = "organisaties" | "initiatieven";

/** As it is kept for who sees records, else as the directory tells of it. */
export async function thing(place: ThingPlace, id: string, records: boolean, signal: AbortSignal): Promise<Thing> {
  const path = { id };
  if (!records) return listed(await answer(api.GET("/v1/directory/{kind}/{id}", { params: { path: { kind: LISTED[place], id } }, signal })));
  if (place === "organisaties") return kept(await answer(api.GET("/v1/organisations/{id}", { params: { path }, signal })));
  return kept(await answer(api.GET("/v1/initiatives/{id}", { params: { path }, signal })));
}

/** Every one of them, by name. */
export const entries = (place: ThingPlace) => all((cursor) => page(LISTED[place], {}, cursor, 200));

/** The one that was added just now: its page offers a way back. */
export const added = $state({ id: "" });

export function add(place: ThingPlace, given: Body): Promise<Organisation | Initiative> {
  // What a form says has every field that the API takes.
  if (place === "organisaties") return answer(api.POST("/v1/organisations", { body: given as unknown as components["schemas"]["OrganisationIn"] }));
  return answer(api.POST("/v1/initiatives", { body: given as unknown as components["schemas"]["InitiativeIn"] }));
}

/** Take one away; refused where something hangs on it. */
export function takeAway(place: ThingPlace, id: string): Promise<unknown> {
  const params = { path: { id } };
  if (place === "organisaties") return answer(api.DELETE("/v1/organisations/{id}", { params }));
  return answer(api.DELETE("/v1/initiatives/{id}", { params }));
}

/** Change fields of it; refused where somebody else has changed it since `seen`. */
export function change(place: ThingPlace, id: string, fields: Body, seen: string | null): Promise<Organisation | Initiative> {
  const params = { path: { id } };
  const body = { ...fields, updated_at: seen };
  if (place === "organisaties") return answer(api.PATCH("/v1/organisations/{id}", { params, body }));
  return answer(api.PATCH("/v1/initiatives/{id}", { params, body }));
}

export const members = (id: string, signal: AbortSignal) =>
  all((cursor) => answer(api.GET("/v1/organisations/{id}/members", { params: { path: { id }, query: { cursor, limit: 200 } }, signal })));

export const participants = (id: string, signal: AbortSignal) =>
  all((cursor) => answer(api.GET("/v1/initiatives/{id}/participants", { params: { path: { id }, query: { cursor, limit: 200 } }, signal })));
