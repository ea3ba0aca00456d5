// A real OpenID provider for the tests. Who signs in next is told to it over POST /next, by the tests.
import { createServer } from "node:http";
import { Provider, interactionPolicy } from "oidc-provider";

const port = Number(process.argv[2]);
const issuer = `http://127.0.0.1:${port}`;
const people = new Map();
let next = { sub: "nobody" };

const provider = new Provider(issuer, {
  clients: JSON.parse(process.argv[3]),
  pkce: { required: () => true },
  claims: { openid: ["sub"], email: ["email", "email_verified"] },
  cookies: { keys: ["only for the tests"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}`, policy: interactionPolicy.base() },
  findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ sub, ...people.get(sub) }) }),
});
// The port of the server under test is not known beforehand.
provider.Client.prototype.redirectUriAllowed = (uri) => new URL(uri).pathname === "/auth/openid/back";

async function interact(request, response) {
  if (next.error) {
    return provider.interactionFinished(request, response, { error: next.error }, { mergeWithLastSubmission: false });
  }
  const { prompt, params, session } = await provider.interactionDetails(request, response);
  if (prompt.name === "login") {
    people.set(next.sub, { email: next.email, email_verified: next.email_verified });
    return provider.interactionFinished(request, response, { login: { accountId: next.sub } });
  }
  const grant = new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { consent }, { mergeWithLastSubmission: true });
}

const answer = provider.callback();
createServer(async (request, response) => {
  if (request.method === "POST" && request.url === "/next") {
    const parts = [];
    for await (const part of request) parts.push(part);
    next = JSON.parse(Buffer.concat(parts).toString());
    return response.end();
  }
  if (request.url.startsWith("/interaction/")) {
    return interact(request, response).catch((error) => response.writeHead(500).end(String(error)));
  }
  return answer(request, response);
}).listen(port, "127.0.0.1", () => console.log("ready"));
