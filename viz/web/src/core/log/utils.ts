import type { Logged, Subject, Told, Who } from "./types.ts";

const SHORT = 6;

/** Where the text of a value stands, by the name under which the log keeps it. */
const TEXTS: Readonly<Record<string, { readonly key: string | null; readonly values: string }>> = {
  fields: { key: "log.fields", values: "log.field." },
  kind: { key: null, values: "log.kind." },
  what: { key: null, values: "log.kind." },
  purpose: { key: "log.purpose", values: "purpose." },
  roles: { key: "log.roles", values: "role." },
  scopes: { key: "log.scopes", values: "log.scope." },
  status: { key: "log.status", values: "status." },
  reason: { key: "log.reason", values: "unfit." },
  decision: { key: null, values: "log.decision." },
  question: { key: null, values: "question." },
  format: { key: "log.format", values: "log.format." },
};

/** Yes or no, kept as 1 or 0: a text for each. */
const SWITCHES: ReadonlySet<string> = new Set(["given", "blocked"]);

/** What it tells, in the order in which that reads; what is not known here is told as it stands. */
export function told(details: Logged["details"]): readonly Told[] {
  return Object.entries(details).map(([name, value]) => {
    if (SWITCHES.has(name)) return one(`log.${name}.${value}`, String(value));
    const text = TEXTS[name];
    if (text !== undefined) {
      const values = String(value)
        .split(" ")
        .filter((each) => each !== "");
      return { key: text.key, values: values.map((each) => ({ key: text.values + each, plain: each })), n: null };
    }
    return typeof value === "number"
      ? { key: `log.count.${name}`, values: [{ key: "", plain: name }], n: value }
      : one("", `${name}: ${value}`);
  });
}

/** Who did it: somebody with an account, a resident over their own link, whoever runs Ploeg here, or nobody who signed in. */
export function who(event: Logged): Who {
  // Of a failure to sign in nobody is known; of what is old it was taken out.
  if (event.actor === null) return { of: event.action === "sign_in_failed" ? "nobody" : "gone" };
  if (event.actor.startsWith("account:")) return { of: "account", id: event.actor, role: event.role };
  // A resident acts for themselves, in no role of the network.
  if (event.actor === "person" || event.actor.startsWith("person:")) return { of: "resident" };
  return { of: "local", role: event.role ?? event.actor };
}

/** What it was done to. */
export function subjects(event: Logged): readonly Subject[] {
  return event.subjects.map((id) => {
    const [kind = "", rest = ""] = id.split(":", 2);
    return { kind, id, short: rest.slice(-SHORT) };
  });
}

function one(key: string, plain: string): Told {
  return { key: null, values: [{ key, plain }], n: null };
}
