/** What the words of a request name, as proposals; what was taken out by hand does not come back. */

import { answer, api } from "../../api/client";
import { namedLanguages } from "../../core/language";
import type { RequestDraft } from "../../core/requests";
import { together } from "../../districts.svelte";
import { here } from "../../here.svelte";
import { type Choice, choices, type Field } from "../../vocabulary";

/** After so long a request is saved without what its words name. */
const PATIENCE = 4000;
const FIELDS = { themes: "thema", talents: "talent", neighbourhoods: "wijk" } as const satisfies Record<string, Field>;
type Named = keyof typeof FIELDS;
type Found = Readonly<Record<Named, readonly Choice[]>> & { readonly languages: readonly string[] };

export interface Proposing {
  /** Add what the words of a draft name and were not looked at for yet; tells how much that was. The draft is null once it is gone. */
  look(draft: () => RequestDraft | null, onchange: (draft: RequestDraft) => void): Promise<number>;
  /** What somebody takes out is not proposed again. */
  taken(before: RequestDraft, changed: Partial<RequestDraft>): void;
}

/** `start` is the draft as it was kept: what its words named and it lacks, somebody took out. */
export function proposing(start: RequestDraft): Proposing {
  const known = new Set<string>();
  let looked = words(start);
  let older = looked;
  let going: Promise<number> = Promise.resolve(0);

  async function again(draft: () => RequestDraft | null, onchange: (draft: RequestDraft) => void): Promise<number> {
    const first = draft();
    if (first === null) return 0;
    const said = words(first);
    if (said.length < 8 || said === looked) return 0;
    looked = said;
    try {
      const signal = AbortSignal.timeout(PATIENCE);
      if (older !== "") for (const id of ids(await found(older, signal))) known.add(id);
      older = "";
      const named = await found(said, signal);
      const now = draft();
      if (now === null) return 0;
      const fresh = <T extends string | Choice>(those: readonly T[], chosen: readonly (string | Choice)[]) =>
        those.filter((one) => !known.has(key(one)) && !chosen.some((other) => key(other) === key(one)));
      const added: Found = {
        themes: fresh(named.themes, now.themes),
        talents: fresh(named.talents, now.talents),
        neighbourhoods: fresh(named.neighbourhoods, now.neighbourhoods),
        languages: fresh(named.languages, now.languages),
      };
      const all = ids(added);
      for (const id of all) known.add(id);
      if (all.length === 0) return 0;
      onchange({
        ...now,
        themes: [...now.themes, ...added.themes],
        talents: [...now.talents, ...added.talents],
        neighbourhoods: [...now.neighbourhoods, ...added.neighbourhoods],
        languages: [...now.languages, ...added.languages].sort(),
      });
      // A district is one proposal, however many neighbourhoods it has.
      return all.length - added.neighbourhoods.length + together(added.neighbourhoods).length;
    } catch {
      // A proposal that does not come is none; what was typed is all still there.
      return 0;
    }
  }

  return {
    // One after another: who saves while one is under way gets what that one adds too.
    look: (draft, onchange) => (going = going.then(() => again(draft, onchange))),
    taken(before, changed) {
      for (const name of [...(Object.keys(FIELDS) as Named[]), "languages"] as const) {
        const left = changed[name];
        if (left === undefined) continue;
        for (const one of before[name]) if (!left.some((other) => key(other) === key(one))) known.add(key(one));
      }
    },
  };
}

const words = (draft: RequestDraft) => `${draft.title}\n${draft.text}`.trim();
const key = (one: string | Choice) => (typeof one === "string" ? one : one.id);
const ids = (those: Found) => [...those.themes, ...those.talents, ...those.neighbourhoods, ...those.languages].map(key);

async function found(said: string, signal: AbortSignal): Promise<Found> {
  const { request } = await answer(api.POST("/v1/matches", { body: { text: said, k: 1 } as never, signal }));
  const [themes, talents, neighbourhoods] = await Promise.all(
    (Object.keys(FIELDS) as Named[]).map((name) => shown(FIELDS[name], request[name])),
  );
  return {
    themes: themes ?? [],
    talents: talents ?? [],
    neighbourhoods: neighbourhoods ?? [],
    languages: namedLanguages(said),
  };
}

/** What the server names in Dutch, in the language of the page. */
async function shown(field: Field, names: readonly string[]): Promise<readonly Choice[]> {
  const known = await choices(field, "nl");
  const those = await choices(field, here.language);
  return names.flatMap((name) => {
    // Several of one name come with their district.
    const one = known.find((choice) => choice.name === name || `${choice.name} (${choice.note ?? ""})` === name);
    const same = one && those.find((choice) => choice.id === one.id);
    return same ? [same] : [];
  });
}
