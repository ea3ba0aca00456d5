/** The theme for which a request asks its way. */

interface Theme {
  readonly id: string;
  readonly name: string | null;
}

/** What stands in the address where the theme is left out. */
export const WITHOUT = "geen";

/** The one that was picked, else the first; `null` where it is left out or the request has none. */
export function themeOf(themes: readonly Theme[], picked: string): Theme | null {
  if (picked === WITHOUT) return null;
  return themes.find(({ id }) => id === picked) ?? themes[0] ?? null;
}
