import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { userIdFor } from '@foundnow/auth';
import { type EventMap, TOPICS } from '@foundnow/contracts';
import { Opener } from '@foundnow/crypto';
import { organizationIdFor } from '../src/organization-id.ts';
import { type PlatformUnderTest, startPlatform } from './platform-under-test.ts';
import { runFn } from './run-fn.ts';

const EMAIL = 'planted.person@contact.example';
const PHONE = '+49 171 555 0142';
const CONTACT = ['--email', EMAIL, '--phone', PHONE, '--verified', 'email'];

interface Published {
  readonly name: string;
  readonly payload: EventMap['user.updated'];
}

describe('fn user', () => {
  let platform: PlatformUnderTest;
  beforeAll(async () => void (platform = await startPlatform()));
  afterAll(() => platform.stop());

  const fn = (...args: readonly string[]) => runFn(platform.env, 'user', ...args);
  const published = async (...args: readonly string[]): Promise<Published> => {
    const { json, notes } = await fn(...args, '--json');
    expect(notes).toBe('');
    return json<Published>()[0]!;
  };
  const eventsOf = async (user: string) =>
    (await runFn(platform.env, 'events', 'tail', '--no-follow', '--json'))
      .json<{ key: string; type: string }>()
      .filter(({ key }) => key === userIdFor(user))
      .map(({ type }) => type);
  const opened = async ({ payload }: Published) => {
    const place = { topic: TOPICS.users, field: 'sealedContact', subject: payload.userId };
    return new Opener(platform.notifications).open(payload.sealedContact ?? '', place);
  };

  it('makes a person, and then changes only what is named', async () => {
    const made = await published(
      'register',
      'anna',
      '--time-zone',
      'Europe/Madrid',
      '--org',
      'atocha',
      '--role',
      'staff',
    );
    const atocha = organizationIdFor('atocha');
    expect(made).toMatchObject({
      name: 'user.registered',
      payload: { userId: userIdFor('anna'), orgId: atocha, roles: ['staff'], timeZone: 'Europe/Madrid', consents: [] },
    });
    const changed = await published('update', 'anna', '--language', 'es', '--member', 'sants=user');
    expect(changed).toMatchObject({
      name: 'user.updated',
      payload: {
        orgId: atocha,
        timeZone: 'Europe/Madrid',
        language: 'es',
        memberships: [
          { orgId: atocha, roles: ['staff'] },
          { orgId: organizationIdFor('sants'), roles: ['user'] },
        ],
        sealedContact: null,
        changedFields: ['language', 'memberships'],
      },
    });
    expect(changed.payload.aggregateVersion).toBeGreaterThan(made.payload.aggregateVersion);
    expect((await published('update', 'anna', '--no-org')).payload).toMatchObject({ orgId: null, language: 'es' });
  });

  it('keeps one decision per purpose, and those that were not made again', async () => {
    await published('register', 'ben', '--consent', 'news', 'area_alerts', '--policy-version', '2026-01');
    const { payload } = await published('update', 'ben', '--withdraw', 'news', '--policy-version', '2026-02');
    expect(payload.changedFields).toEqual(['consents']);
    expect(payload.consents).toEqual([
      { purpose: 'area_alerts', granted: true, policyVersion: '2026-01', decidedAt: expect.any(Number) },
      { purpose: 'news', granted: false, policyVersion: '2026-02', decidedAt: payload.occurredAt },
    ]);
  });

  it('seals contact data for fn-notifications, and shows it nowhere', async () => {
    const made = await published('register', 'cleo', '--name', 'Cleo', ...CONTACT);
    const contact = { name: 'Cleo', email: EMAIL, phone: '+491715550142', verified: ['email'] };
    expect(await opened(made)).toEqual(contact);
    const told = await fn('update', 'cleo', '--email', EMAIL);
    const log = await runFn(platform.env, 'events', 'tail', '--no-follow', '--json');
    const service = await readFile(platform.matcher.env['LOG_FILE'] ?? '', 'utf8');
    const shown = [JSON.stringify(made), told.out, told.notes, log.out, service].join('\n');
    expect(shown).toContain('user.updated');
    for (const planted of ['planted.person', '5550142', '555 0142']) expect(shown).not.toContain(planted);
  });

  it.each<[string, readonly string[]]>([
    ['an address that is none', ['--email', 'planted.person']],
    ['a number without its country', ['--phone', '0171 555 0142']],
    ['a proof of what is not named', ['--phone', PHONE, '--verified', 'email']],
    ['a proof alone', ['--verified', 'email']],
    ['a decision on no text', ['--consent', 'news']],
    ['two decisions on one purpose', ['--consent', 'news', '--withdraw', 'news', '--policy-version', '1']],
    ['a purpose that is none', ['--consent', 'Send mail!', '--policy-version', '1']],
    ['an organization without a role', ['--member', 'atocha']],
    ['a zone that is none', ['--time-zone', 'Mars/Olympus']],
  ])('refuses %s without repeating contact data, and publishes nothing', async (_, wrong) => {
    const { exitCode, notes } = await fn('register', 'dora', ...wrong);
    expect(exitCode).toBe(64);
    expect(notes).not.toMatch(/planted|0142/);
    expect(await eventsOf('dora')).toEqual([]);
  });

  it('refuses to make who is there and to change who is not', async () => {
    const nobody = await fn('update', 'emil', '--language', 'de');
    expect(nobody).toMatchObject({ exitCode: 1, notes: expect.stringContaining('fn user register') });
    await published('register', 'emil');
    const somebody = await fn('register', 'emil');
    expect(somebody).toMatchObject({ exitCode: 1, notes: expect.stringContaining('fn user update') });
    expect(await eventsOf('emil')).toEqual(['user.registered']);
  });

  it('erases for ever, also somebody whom the log has forgotten', async () => {
    const made = await published('register', 'fred', '--language', 'fr');
    const erased = await published('erase', 'fred');
    const { aggregateVersion } = made.payload;
    expect(erased).toMatchObject({ name: 'user.erased', payload: { language: 'fr', reason: 'request' } });
    expect(erased.payload.aggregateVersion).toBeGreaterThan(aggregateVersion);
    for (const how of ['register', 'update']) {
      expect(await fn(how, 'fred')).toMatchObject({ exitCode: 1, notes: expect.stringContaining('was erased') });
    }
    const forgotten = await fn('erase', 'greta', '--reason', 'legal');
    expect(forgotten).toMatchObject({ exitCode: 0, notes: expect.stringContaining('knows no person greta') });
    expect(await eventsOf('greta')).toEqual(['user.erased']);
  });
});
