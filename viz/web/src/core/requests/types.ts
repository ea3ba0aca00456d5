import type { components } from "../../api/schema";

export type Asked = components["schemas"]["RequestRecord"];
export type Status = components["schemas"]["RequestStatus"];
export const STATUSES = ["open", "asked", "met", "done", "closed"] as const satisfies readonly Status[];
export const REQUEST_KINDS = ["contact", "start", "execution", "cooperation", "evaluation"] as const;

/** Where a request can go from where it stands, as the API has it; undoing a step goes by this too. */
export const NEXT: Readonly<Record<Status, readonly Status[]>> = {
  open: ["asked", "met", "closed"],
  asked: ["met", "open", "closed"],
  met: ["done", "asked", "closed"],
  done: ["open"],
  closed: ["open"],
};
