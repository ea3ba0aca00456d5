import type { Logged, Subject, Told, Who } from "./types.ts";

const SHORT = 6;

/** The text of a value, by the name under which the log keeps it, and the text around those values. */
const TEXTS: Readonly<Record<string, { readonly key: string | null; readonly value: (each: string) => string }>> = {
  fields: { key: null, value: (each) => `log.field.${each}` },
  kind: { key: null, value: (each) => `log.kind.${each}` },
  what: { key: null, value: (each) => `log.kind.${each}` },
  given: { key: null, value: (each) => `log.given.${each}` },
  blocked: { key: null, value: (each) => `log.blocked.${each}` },
  decision: { key: null, value: (each) => `log.decision.${each}` },
  question: { key: null, value: (each) => `question.${each}` },
  purpose: { key: "log.purpose", value: (each) => `purpose.${each}` },
  roles: { key: "log.roles", value: (each) => `role.${each}` },
  scopes: { key: "log.scopes", value: (each) => `log.scope.${each}` },
  status: { key: "log.status", value: (each) => `status.${each}` },
  reason: { key: "log.reason", value: (each) => `unfit.${each}` },
  format: { key: "log.format", value: (each) => each },
};

/** What it tells, in the order in which that reads; what is not known here is told as it stands. */
export function told(details: Logged["details"]): readonly Told[] {
  return Object.entries(details).map(([name, value]) => {
    const text = TEXTS[name];
    if (text !== undefined) {
      const values = String(value)
        .split(" ")
        .filter((each) => each !== "");
      return { key: text.key, values: values.map((each) => ({ key: text.value(each), plain: each })), n: null };
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
