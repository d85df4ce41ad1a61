import { describeDocumentedAnswers } from '@foundnow/http/testing';
import { startGuardedApp } from './guarded-app.ts';
import { testAuthority } from './test-authority.ts';

describeDocumentedAnswers(async () => {
  const { issuer, audience, jwks, tokenFor } = await testAuthority();
  const { app } = await startGuardedApp({ jwks: { inline: jwks }, issuer, audience });
  return { origin: await app.getUrl(), token: await tokenFor('user'), stop: () => app.close() };
});
