/** A choice that Escape lets go of from anywhere in its place, and the focus that goes back to what had it. */

import { tick } from "svelte";
import { reach } from "../core/map/reach";

/** Pixels at the bottom of a phone over which the places lie. */
function covered(): number {
  const places = document.querySelector("main")?.parentElement?.querySelector("nav");
  return places && getComputedStyle(places).position === "fixed" ? places.clientHeight : 0;
}

/** Bring the beginning of what tells of a choice into view, where it lies below what is seen. */
export function bring(told: HTMLElement): void {
  const down = reach(told.getBoundingClientRect(), window.innerHeight, covered());
  if (down <= 0) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: down, behavior: still ? "instant" : "smooth" });
}

export class Back {
  #had: HTMLElement | null = null;

  /** Remember what has the focus, when something is chosen; within what tells of it one only walks on. */
  keep(): void {
    const now = document.activeElement;
    if (now instanceof HTMLElement && now !== document.body && !now.closest("aside")) this.#had = now;
  }

  /** After it is closed: whoever was in what closed goes back to where they chose, or to the picture. */
  async give(): Promise<void> {
    await tick();
    const now = document.activeElement;
    if (now !== null && now !== document.body) return;
    const had = this.#had?.isConnected ? this.#had : null;
    (had ?? document.querySelector<HTMLElement>("main [role=application], main [role=listbox]"))?.focus({ preventScroll: had === null });
  }
}

/** Whether a key closes what is chosen: Escape, pressed in the place or nowhere, that nothing else has answered. */
export function closes(event: KeyboardEvent): boolean {
  if (event.key !== "Escape" || event.defaultPrevented) return false;
  const at = event.target;
  if (at instanceof HTMLInputElement && at.value !== "") return false;
  return at === document.body || (at instanceof Element && at.closest("main") !== null);
}
