import { describeDocumentedAnswers } from '@foundnow/http/testing';
import { startMediaAi } from '../start-media-ai.ts';

describeDocumentedAnswers(async () => {
  const running = await startMediaAi();
  return { origin: running.origin, token: await running.tokenFor('org_admin'), stop: () => running.stop() };
});
