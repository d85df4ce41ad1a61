import { describeDocumentedAnswers } from '@foundnow/http/testing';
import { startPosts } from '../start-posts.ts';

describeDocumentedAnswers(async () => {
  const posts = await startPosts();
  return { origin: posts.origin, token: await posts.tokenFor('user'), stop: () => posts.stop() };
});
