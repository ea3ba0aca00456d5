/** The colours of maps, as the style sheet has them now: light or dark. */

import { COLOURS } from "../core/map";
import type { Looks } from "../draw/network";

/** A colour, or whatever else the style sheet names. */
export const token = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

function read(): Looks {
  return {
    ink: token("ink"),
    line: token("line"),
    accent: token("accent"),
    ground: token("paper"),
    edge: token("map-line"),
    palette: Array.from({ length: COLOURS }, (_, at) => token(`map-${String(at + 1)}`)),
  };
}

class Inks {
  #looks = $state.raw<Looks | null>(null);

  constructor() {
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      this.#looks = read();
    });
  }

  get looks(): Looks {
    return this.#looks ?? read();
  }
}

export const inks = new Inks();
