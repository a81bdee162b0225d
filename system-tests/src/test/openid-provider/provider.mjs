// An OpenID Connect provider, as a test needs it: node provider.mjs PORT KEY_FILE
// Its one client gets access tokens (RFC 9068) for any resource, by its own name and secret.
import { readFileSync } from 'node:fs';
import { Provider } from 'oidc-provider';

const [port, keyFile] = process.argv.slice(2);
const jwks = JSON.parse(readFileSync(keyFile, 'utf8'));
const { alg, kid } = jwks.keys[0]; // the first key signs; others are published only

const provider = new Provider(`http://localhost:${port}`, {
  jwks,
  clients: [
    {
      client_id: 'petstore-app',
      client_secret: 'known-to-the-test',
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      id_token_signed_response_alg: alg,
    },
  ],
  features: {
    clientCredentials: { enabled: true },
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: () => ({
        scope: '',
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg, kid } },
      }),
    },
  },
  extraTokenClaims: () => ({ realm_access: { roles: ['user', 'seller'] } }),
});

provider.listen(port, '127.0.0.1');
