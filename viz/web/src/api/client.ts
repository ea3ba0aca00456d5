import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

/** Every call goes to our own server, with the cookie of the session. */
export const api = createClient<paths>({ baseUrl: location.origin, credentials: "same-origin" });

export type Refusal = components["schemas"]["RefusalOut"];

/** What went wrong, as the API tells it (RFC 9457), or as the network did. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly refusals: readonly Refusal[] = [],
    readonly refused: number = 0,
  ) {
    super(detail);
  }
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** Wait for an answer of the API; throws a `Problem` where there is none. */
export async function answer<T>(asked: Promise<Answer<T>>): Promise<T> {
  let got: Answer<T>;
  try {
    got = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "unreachable", "", "");
  }
  if (got.response.ok) return got.data as T;
  throw problemOf(got.response.status, got.error);
}

export function problemOf(status: number, told: unknown): Problem {
  const body = typeof told === "object" && told !== null ? (told as Record<string, unknown>) : {};
  const text = (name: string) => (typeof body[name] === "string" ? body[name] : "");
  const refusals = Array.isArray(body["refusals"]) ? (body["refusals"] as Refusal[]) : [];
  const refused = typeof body["refused"] === "number" ? body["refused"] : refusals.length;
  return new Problem(status, text("code") || "unknown", text("title"), text("detail"), refusals, refused);
}

/** All pages of a list, up to a number of things. */
export async function all<T>(
  page: (cursor: string) => Promise<{ readonly items: readonly T[]; readonly next?: string | null }>,
  most = 2000,
): Promise<readonly T[]> {
  const found: T[] = [];
  let cursor = "";
  do {
    const got = await page(cursor);
    found.push(...got.items);
    cursor = got.next ?? "";
  } while (cursor !== "" && found.length < most);
  return found;
}
