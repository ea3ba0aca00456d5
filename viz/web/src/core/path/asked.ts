/** What the address of a path asks: read leniently, for people shorten, mistype and share addresses. */

export const MOST = 3;

/** What an address says of a path; `odd` holds what it asked and can't be. */
export interface PathAsked {
  readonly from: string;
  readonly to: string;
  readonly theme: string;
  readonly most: number;
  readonly odd: readonly ("most" | "theme")[];
}

/** The names of this page, then those of the API. */
const NAMES = { from: ["van", "from"], to: ["naar", "to"], theme: ["thema", "theme"], most: ["hoogstens", "max_introductions"] } as const;
type Part = keyof typeof NAMES;

/** Read an address; `knows` tells whether there is such a theme, and is `null` as long as nobody can tell. */
export function readAsked(
  query: Readonly<Record<string, string>>,
  knows: ((theme: string) => boolean) | null = null,
): PathAsked {
  const said = (part: Part) => NAMES[part].map((name) => (query[name] ?? "").trim()).find((text) => text !== "") ?? "";
  const most = said("most");
  const theme = said("theme");
  const counts = most === "" || (/^[0-9]$/.test(most) && Number(most) <= MOST);
  const known = theme === "" || knows === null || knows(theme);
  return {
    from: said("from"),
    to: said("to"),
    theme: known ? theme : "",
    most: counts && most !== "" ? Number(most) : MOST,
    odd: [...(counts ? [] : (["most"] as const)), ...(known ? [] : (["theme"] as const))],
  };
}

/** How an address changes: a part has one name in it, that of this page. */
export function writeAsked(changed: Readonly<Partial<Record<Part, string>>>): Record<string, string> {
  return Object.fromEntries(
    (Object.keys(changed) as Part[]).flatMap((part) => NAMES[part].map((name, at) => [name, at === 0 ? (changed[part] ?? "") : ""])),
  );
}
