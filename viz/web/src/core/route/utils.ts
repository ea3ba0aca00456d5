import { PLACES, type Place, type Route } from "./types.ts";

const KNOWN: ReadonlySet<string> = new Set(PLACES);

/** Read an address; one that is of no place is "onbekend". */
export function parse(url: URL): Route {
  const [first = "", ...others] = url.pathname.split("/").slice(1);
  const place = first === "" ? "start" : KNOWN.has(first) ? (first as Place) : "onbekend";
  return { place, of: unescaped(others.join("/")), query: Object.fromEntries(url.searchParams) };
}

/** Write an address; what is empty is left out, and the order is that of the names, so that one view has one address. */
export function address(route: Route): string {
  const path = route.place === "start" ? "/" : `/${route.place}`;
  const of = route.of === "" ? "" : `${path === "/" ? "" : "/"}${escaped(route.of)}`;
  const given = Object.entries(route.query)
    .filter(([, value]) => value !== "")
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const query = new URLSearchParams(given).toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  return path + of + (query === "" ? "" : `?${query}`);
}

/** Give some parameters of an address another value; an empty one takes it out. */
export function asked(route: Route, changed: Readonly<Record<string, string>>): Route {
  return { ...route, query: { ...route.query, ...changed } };
}

/** Whether two addresses show the same page, perhaps in another way: then the focus stays where it is. */
export function samePage(one: Route, other: Route): boolean {
  return one.place === other.place && one.of === other.of;
}

/** Several values in one parameter. */
export function several(value: string | undefined): readonly string[] {
  return value === undefined || value === "" ? [] : value.split(",");
}

function escaped(id: string): string {
  return encodeURIComponent(id).replaceAll("%3A", ":").replaceAll("%2F", "/");
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
