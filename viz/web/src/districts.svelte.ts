/** The neighbourhoods of the city, once they are known, to show a district of them as one. */

import { type Chosen, collapsed, type Words } from "./core/districts";
import { t, whole } from "./messages";
import { type Neighbourhood, neighbourhoods } from "./vocabulary";

let known = $state.raw<readonly Neighbourhood[]>([]);

export const districtWords: Words = {
  note: (count) => t("district.note", { n: whole(count) }),
  name: (name, count) => t("district.whole", { name, n: whole(count) }),
};

/** Ask for them where nobody did; what was chosen is shown one by one until then. */
export function knowing(): { readonly all: readonly Neighbourhood[] } {
  // Without an answer there is nothing to take together.
  neighbourhoods().then((found) => (known = found), () => undefined);
  return {
    get all() {
      return known;
    },
  };
}

/** Neighbourhoods with each district of which all are among them as one. */
export const together = (chosen: readonly Chosen[]): readonly Chosen[] => collapsed(known, chosen, districtWords);
