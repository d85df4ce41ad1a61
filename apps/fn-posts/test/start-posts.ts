import { startForTest, type ServiceUnderTest } from '@foundnow/service/testing';
import { fnPosts } from '../src/service.ts';

export function startPosts(): Promise<ServiceUnderTest> {
  return startForTest(fnPosts, { PUBLIC_PLACE_KEY: Buffer.alloc(32, 7).toString('base64') });
}
