import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { FakeGoogleVision } from '../fakes/fake-google-vision.ts';
import type { VisionParts } from '../../src/outbound/vision/open-vision.ts';
import { type StartedVision, startVision } from '../start-vision.ts';

jest.spyOn(console, 'warn').mockReturnValue();

const PROVIDERS = { VISION_PROVIDERS: 'google-vision,claude' };
const broken = {
  credentials: { client_email: 'test@demo.iam.gserviceaccount.com', private_key: 'no key at all' },
  projectId: 'demo',
};
/** As where neither a file nor a variable nor a machine of Google's says who asks. */
const nobody = { getClient: () => Promise.reject(new Error('Could not load the default credentials.')) };

describe('Google Cloud Vision that nobody can sign in to', () => {
  const google = new FakeGoogleVision();
  let started: StartedVision;
  beforeEach(() => google.start());
  afterEach(async () => {
    await started.stop();
    await google.stop();
  });
  const open = (googleClient: NonNullable<VisionParts['googleClient']>) =>
    startVision({ ...PROVIDERS, GOOGLE_VISION_ENDPOINT: google.url }, { googleClient });

  it('has no key where there are no credentials: the next one is asked, and nothing is spent on it', async () => {
    started = await open({ auth: nobody as never });
    const { vision, question } = started;
    expect((await vision.providers()).providers).toMatchObject([
      { name: 'google-vision', model: 'v1', state: 'no-key', spentMicros: 0 },
      { name: 'claude', state: 'ready' },
    ]);
    expect(await vision.look(question())).toMatchObject({ degraded: false, provider: 'claude' });
    expect((await vision.providers()).providers[0]).toMatchObject({ state: 'no-key', spentMicros: 0 });
    expect(google.asked).toHaveLength(0);
  });

  it('is misconfigured with a key that is none, asked once for each photo, spared, and billed nothing', async () => {
    started = await open(broken);
    const { vision, question, rendered } = started;
    for (let photo = 0; photo < 6; photo += 1) {
      expect(await vision.look(question())).toMatchObject({ degraded: false, provider: 'claude' });
    }
    const [state] = (await vision.providers()).providers;
    expect(state).toMatchObject({ name: 'google-vision', state: 'breaker-open', spentMicros: 0 });
    expect(await rendered()).toMatch(/vision_refusals_total\{[^}]*reason="misconfigured"[^}]*\} 5/);
    expect(google.asked).toHaveLength(0);
  });

  it('is away while tokens cannot be had, which is billed nothing either', async () => {
    const away = Object.assign(new Error('getaddrinfo EAI_AGAIN'), { code: 'EAI_AGAIN' });
    const auth = { getClient: () => Promise.resolve({}), getRequestHeaders: () => Promise.reject(away) };
    started = await open({ auth: auth as never });
    const { vision, question, timing } = started;
    const outcome = vision.look(question());
    let ended = false;
    void outcome.finally(() => (ended = true));
    await eventually(() => timing.pass(1_000).then(() => expect(ended).toBe(true)), { intervalMs: 5 });
    expect(await outcome).toMatchObject({ provider: 'claude' });
    expect((await vision.providers()).providers[0]).toMatchObject({ state: 'ready', spentMicros: 0 });
    expect(google.asked).toHaveLength(0);
  });
});
