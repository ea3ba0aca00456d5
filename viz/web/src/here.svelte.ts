/** What the whole page knows: where somebody is, in which language, and who they are. */

import { untrack } from "svelte";
import { answer, api, Problem } from "./api/client";
import type { components } from "./api/schema";
import { address, asked, parse, type Place, type Route, samePage } from "./core/route";
import type { Language } from "./core/language";
import { forgetOthers } from "./drafting";

export type Me = components["schemas"]["MeOut"];
type Question = components["schemas"]["Question"];

const KEPT = "ploeg-taal";

/** What one has to be allowed to ask for a place to have anything to say. */
const NEEDED: Readonly<Partial<Record<Place, Question>>> = {
  vragen: "records",
  pad: "path",
  kaart: "map",
  netwerk: "analyse",
  organisaties: "search",
  initiatieven: "search",
  zoeken: "search",
  invoer: "write",
  beheer: "accounts",
};

function firstLanguage(): Language {
  const given = new URLSearchParams(location.search).get("taal") ?? stored();
  return given === "en" ? "en" : "nl";
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // A browser may forbid keeping anything.
  }
}

class Here {
  route = $state.raw<Route>(parse(new URL(location.href)));
  language = $state<Language>(firstLanguage());
  me = $state.raw<Me | null>(null);
  problem = $state.raw<Problem | null>(null);
  /** What a screen reader is told next, politely. */
  said = $state("");
  /** What was done on the page before, shown on the one where somebody lands after it. */
  landed = $state("");
  /** Grows with each move to another page, so that the focus can follow. */
  moves = $state(0);

  may(question: Question): boolean {
    return this.me?.may.includes(question) ?? false;
  }

  /** Whether a place is for whoever looks. */
  visits(place: Place): boolean {
    if (place === "mensen") return this.may("search") && this.me?.role !== "public";
    const needed = NEEDED[place];
    return needed === undefined || this.may(needed);
  }

  /** Whose drafts are kept; "" where nobody signs in. */
  get who(): string {
    return this.me?.account?.id ?? "";
  }

  get coordinates(): boolean {
    return this.may("records");
  }

  async meet(): Promise<void> {
    try {
      this.me = await answer(api.GET("/v1/me"));
      forgetOthers(this.who);
      this.problem = null;
    } catch (error) {
      this.problem = error instanceof Problem ? error : new Problem(0, "unknown", "", String(error));
    }
  }

  speak(language: Language): void {
    this.language = language;
    document.documentElement.lang = language;
    try {
      localStorage.setItem(KEPT, language);
    } catch {
      // Then it stays for as long as the address does.
    }
    history.replaceState(history.state, "", href(this.route));
  }

  /** Go somewhere; a change of the same page can take the place of the one before in the history. */
  go(route: Route, replace = false): void {
    const to = href(route);
    if (replace) history.replaceState(null, "", to);
    else if (to !== location.pathname + location.search) history.pushState(null, "", to);
    this.arrive(route);
  }

  /** Show what an address says, after a click, or after Back. */
  arrive(route: Route): void {
    const moved = !samePage(route, this.route);
    this.route = route;
    if (moved) {
      this.landed = "";
      // What was told was told of the page before.
      this.said = "";
    }
    const language = route.query["taal"];
    if (language === "en" && this.language !== "en") this.language = "en";
    if (moved) this.moves += 1;
  }

  /** Change parameters of the address, and stay. */
  set(changed: Readonly<Record<string, string>>, replace = false): void {
    this.go(asked(this.route, changed), replace);
  }

  /** Say what was done, to see and to hear, on the page to which it led; after going there. */
  land(text: string): void {
    this.landed = text;
    this.tell(text);
  }

  /** Tell something to whoever listens; the same words twice are told twice. */
  tell(text: string): void {
    // Whoever tells something does not depend on what was told before.
    const before = untrack(() => this.said);
    this.said = before === text ? `${text}\u00a0` : text;
  }

  /** Take back what was told of something that is no longer there, unless something else was told since. */
  hush(text: string): void {
    if (untrack(() => this.said).replace(/\u00a0$/, "") === text) this.said = "";
  }
}

export const here = new Here();

/** The address of a route, in the language of the page. */
export function href(route: Route): string {
  return address(asked(route, { taal: here.language === "en" ? "en" : "" }));
}

/** The address of a place. */
export function to(place: Place, of = "", query: Readonly<Record<string, string>> = {}): string {
  return href({ place, of, query });
}

/** Listen for what leads from one place to another: a click on a link, Back and Forward. */
export function listen(): void {
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      return;
    const link = (event.target as Element | null)?.closest("a");
    if (!link || link.target !== "" || link.hasAttribute("download") || link.origin !== location.origin) return;
    const url = new URL(link.href);
    if (url.hash !== "" && url.pathname === location.pathname) return;
    const route = parse(url);
    if (route.place === "onbekend") return;
    event.preventDefault();
    here.go(route);
    if (here.moves > 0) window.scrollTo({ top: 0 });
  });
  window.addEventListener("popstate", () => {
    here.arrive(parse(new URL(location.href)));
  });
}
