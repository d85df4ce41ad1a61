import { issueToken, type SigningKey, userIdFor } from '@foundnow/auth';
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from './environments.ts';

const LIFETIME_SECONDS = 15 * 60;

/** The page asks the services under a name of its own; a token is used for most of its life. */
export function pageToken(key: SigningKey, now: () => number = Date.now): () => Promise<string> {
  let token: Promise<string> | undefined;
  let renewAt = 0;
  return () => {
    if (token === undefined || now() >= renewAt) {
      renewAt = now() + (LIFETIME_SECONDS * 1000) / 2;
      token = issueToken(key, {
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
        userId: userIdFor('stack page'),
        roles: ['service'],
        type: 'service',
        lifetimeSeconds: LIFETIME_SECONDS,
      });
    }
    return token;
  };
}
