import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { pingRegistry } from '../src/registry.ts';
import { found, refused, type ScriptedAnswer, ScriptedRegistry } from './scripted-registry.ts';

describe('pingRegistry', () => {
  let registry: ScriptedRegistry;
  beforeEach(async () => void (registry = await ScriptedRegistry.open()));
  afterEach(() => registry.close());

  const ping = (answer: ScriptedAnswer) => {
    registry.answer = () => answer;
    const auth = { username: 'relay', password: 'correct horse' };
    return pingRegistry({ url: `${registry.url}/`, auth }, AbortSignal.timeout(20_000));
  };

  it.each([
    ['answers', found(['AVRO'])],
    ['does not know the path', refused(404, 404)],
  ])('is content with a registry that %s', async (_, answer) => {
    await expect(ping(answer)).resolves.toBeUndefined();
  });

  it.each([
    ['refuses the login', refused(401, 40_101), /answers 401 \(check its user, password and rights\)/],
    ['has a trouble of its own', refused(503, 50_301), /answers 503/],
  ])('is not content with one that %s, and says so without the password', async (_, answer, words) => {
    const said = await ping(answer).then(String, String);
    expect(said).toMatch(words);
    expect(said).not.toContain('correct horse');
  });
});
