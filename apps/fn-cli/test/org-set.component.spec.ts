import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type EventMap, TOPICS } from '@foundnow/contracts';
import { Opener } from '@foundnow/crypto';
import { type PlatformUnderTest, startPlatform } from './platform-under-test.ts';
import { runFn } from './run-fn.ts';

const HOOK = 'https://hooks.example.org/x';

interface Published {
  readonly name: string;
  readonly payload: EventMap['organization.updated'];
  readonly secrets: Readonly<Record<string, string>>;
}

describe('fn org set', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => void (platform = await startPlatform()));
  afterAll(() => platform.stop());

  const fn = (...args: readonly string[]) => runFn(platform.env, 'org', 'set', ...args);
  const published = async (...args: readonly string[]): Promise<Published> => {
    const { json, notes } = await fn(...args, '--json');
    expect(notes).toBe('');
    return json<Published>()[0]!;
  };
  const countEvents = async () => (await runFn(platform.env, 'events', 'tail', '--no-follow', '--json')).json().length;

  it('makes an organization, and then changes only what is named', async () => {
    const made = await published('atocha', '--new', '--expiry-days', '60', '--time-zone', 'Europe/Madrid');
    expect(made).toMatchObject({ name: 'organization.created', payload: { settings: { postExpiryDays: 60 } } });
    expect(await published('atocha', '--photo-required', '--webhook', HOOK)).toMatchObject({
      name: 'organization.updated',
      payload: {
        timeZone: 'Europe/Madrid',
        settings: { postExpiryDays: 60, photoRequired: true, webhooks: [{ url: HOOK }] },
        changedFields: ['settings.photoRequired', 'settings.webhooks'],
      },
    });
  });

  it('takes 0 days for never, and no days that are none', async () => {
    const { payload } = await published('chamartin', '--new', '--expiry-days', '0', '--retention-days', '0');
    expect(payload.settings).toMatchObject({ postExpiryDays: 0, retentionDays: 0 });
    for (const days of ['-1', '1.5', '', 'never']) {
      expect((await fn('chamartin', `--retention-days=${days}`)).exitCode).toBe(64);
    }
  });

  it('seals the secret of a webhook so that it also opens in the events after', async () => {
    const made = await published('sants', '--new', '--webhook', HOOK);
    const changed = await published('sants', '--photo-required');
    expect(made.name).toBe('organization.created');
    expect(changed).toMatchObject({ name: 'organization.updated', secrets: {} });
    const opener = new Opener(platform.notifications);
    for (const { payload } of [made, changed]) {
      const place = { topic: TOPICS.users, field: 'settings.webhooks.sealedSecret', subject: payload.organizationId };
      const sealed = payload.settings.webhooks[0]?.sealedSecret ?? '';
      expect(await opener.open(sealed, place)).toBe(made.secrets[HOOK]);
      expect(JSON.stringify(payload)).not.toContain(made.secrets[HOOK]);
    }
  });

  it('refuses one that the log does not know, instead of setting back what was not named', async () => {
    const before = await countEvents();
    const { exitCode, notes } = await fn('forgotten', '--name', 'Forgotten station');
    expect({ exitCode, notes }).toEqual({ exitCode: 1, notes: expect.stringContaining('--new') });
    expect(notes).toContain('30 days');
    expect(await countEvents()).toBe(before);
  });

  it('does not take one for new that is there', async () => {
    await published('delicias', '--new');
    const { exitCode, notes } = await fn('delicias', '--new', '--language', 'es');
    expect({ exitCode, notes }).toEqual({ exitCode: 1, notes: expect.stringContaining('leave --new out') });
  });

  it('refuses a webhook that is not https and a zone that is none', async () => {
    const insecure = await fn('x', '--new', '--webhook', 'http://10.0.0.1/');
    expect(insecure).toMatchObject({ exitCode: 1, notes: expect.stringContaining('https') });
    expect((await fn('x', '--new', '--time-zone', 'Mars/Olympus')).exitCode).toBe(64);
  });
});
