import { describeDocumentedAnswers } from '@foundnow/http/testing';
import { startMatcher } from '../start-matcher.ts';

describeDocumentedAnswers(async () => {
  const matcher = await startMatcher();
  return { origin: matcher.origin, token: await matcher.tokenFor('admin'), stop: () => matcher.stop() };
});
