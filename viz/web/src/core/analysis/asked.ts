import type { Question } from "./types.ts";

/** How an analysis is asked, as the API takes it. */
export interface Asked {
  readonly as_of?: string;
  readonly k?: number;
  readonly by?: string;
  readonly theme?: string;
  readonly years?: number;
}

/** The parameters in the address, by what they are called there. */
export const PARAMETERS = { dag: "as_of", aantal: "k", per: "by", thema: "theme", jaren: "years" } as const;
export type Parameter = keyof typeof PARAMETERS;

const TAKES: Readonly<Record<Question, readonly Parameter[]>> = {
  summary: ["dag"],
  communities: ["dag"],
  brokers: ["dag", "aantal"],
  bridging: ["dag"],
  coverage: ["dag", "per", "thema"],
  suggestions: ["dag", "aantal"],
  trends: ["dag", "jaren"],
};

/** What somebody may ask of a question: those who see no small numbers get today only, researchers no neighbourhoods. */
export function takes(question: Question, of: { readonly people: boolean; readonly everybody: boolean }): readonly Parameter[] {
  return TAKES[question].filter((name) => (name !== "dag" || of.people) && (name !== "per" || of.everybody || !of.people));
}

/** How much can be asked at most (the API says the same). */
const MOST: Readonly<Partial<Record<Parameter, number>>> = { aantal: 200, jaren: 50 };
const LEVELS: ReadonlySet<string> = new Set(["neighbourhood", "district"]);

/** A day that there is, up to today; days are as in ISO 8601. */
function isPast(value: string, today: string): boolean {
  const found = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return found !== null && !Number.isNaN(found.getTime()) && found.toISOString().startsWith(value) && value <= today;
}

/** The parameters in the address that the API would refuse: somebody typed them, or a link broke. */
export function wrong(query: Readonly<Record<string, string>>, taken: readonly Parameter[], today: string): readonly Parameter[] {
  return taken.filter((name) => {
    const value = query[name] ?? "";
    if (value === "" || name === "thema") return false;
    if (name === "dag") return !isPast(value, today);
    if (name === "per") return !LEVELS.has(value);
    return !/^\d+$/.test(value) || Number(value) < 1 || Number(value) > (MOST[name] ?? Infinity);
  });
}

/** What stands in the address and the question takes; what is not a number where one is meant is left to the API to refuse. */
export function asked(query: Readonly<Record<string, string>>, taken: readonly Parameter[]): Asked {
  return Object.fromEntries(
    taken.flatMap((name) => {
      const value = query[name] ?? "";
      if (value === "") return [];
      const number = name === "aantal" || name === "jaren";
      return [[PARAMETERS[name], number && Number.isFinite(Number(value)) ? Number(value) : value]];
    }),
  );
}

/** The parameters of a measurement that somebody chose, not those that the calculation was done with. */
export function chosen(parameters: Readonly<Record<string, unknown>>): Asked {
  const told = Object.values(PARAMETERS).flatMap((name) => {
    const value = parameters[name];
    return typeof value === "string" || typeof value === "number" ? [[name, value]] : [];
  });
  return Object.fromEntries(told) as Asked;
}
