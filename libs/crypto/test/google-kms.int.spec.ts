import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { DomainError } from '@foundnow/kernel';
import { openGoogleKms } from '../src/index.ts';
import type { GoogleKmsOptions } from '../src/index.ts';
import { describeKms } from './kms.conformance.ts';
import { FakeGoogleKms } from './kms/fake-google-kms.ts';

// The client warns that a key in an option is not how to sign in for real; here it is what makes no request leave.
jest.spyOn(console, 'warn').mockReturnValue();

const serviceAccount = {
  client_email: 'test@demo.iam.gserviceaccount.com',
  private_key: generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString(),
};

function optionsFor(fake: FakeGoogleKms, port: number): GoogleKmsOptions {
  const client = { apiEndpoint: '127.0.0.1', port, protocol: 'http', projectId: 'demo', credentials: serviceAccount };
  return { keyName: fake.keyName, timeoutMs: 20_000, client };
}

describeKms('Google Cloud KMS', async () => {
  const fake = new FakeGoogleKms();
  const options = optionsFor(fake, await fake.start());
  return { open: () => openGoogleKms(options), stop: () => fake.stop() };
});

describe('the Google Cloud KMS adapter', () => {
  const fake = new FakeGoogleKms();
  let options: GoogleKmsOptions;
  const opened = (changed: Partial<GoogleKmsOptions> = {}) => openGoogleKms({ ...options, ...changed });
  const refusalOf = (work: Promise<unknown>) =>
    work.then(
      () => ({ code: 'no refusal' }),
      (error: unknown) => ({ ...(error as DomainError), message: (error as Error).message }),
    );

  beforeAll(async () => void (options = optionsFor(fake, await fake.start())));
  afterEach(() => void (fake.faults.length = 0));
  afterAll(() => fake.stop());

  it.each([
    [403, 'PERMISSION_DENIED', 'kms.denied'],
    [404, 'NOT_FOUND', 'kms.key_missing'],
    [401, 'UNAUTHENTICATED', 'kms.unauthenticated'],
    [429, 'RESOURCE_EXHAUSTED', 'kms.quota'],
    [400, 'FAILED_PRECONDITION', 'kms.key_disabled'],
    [400, 'INVALID_ARGUMENT', 'kms.key_unsuitable'],
    [500, 'INTERNAL', 'kms.unavailable'],
  ])('turns %i %s into the broken dependency %s without repeating Google', async (status, reason, code) => {
    fake.faults.push({ status, reason });
    const refusal = await refusalOf((await opened()).wrap(Buffer.from('k'), 'p1'));
    expect(refusal).toMatchObject({ code, kind: 'dependency' });
    expect(JSON.stringify(refusal)).not.toContain('very secret');
  });

  it('tries again when Cloud KMS is away for a moment', async () => {
    fake.faults.push({ status: 503, reason: 'UNAVAILABLE' }, 'cut-connection', { status: 503, reason: 'UNAVAILABLE' });
    const kms = await opened();
    const wrapped = await kms.wrap(Buffer.from('k'), 'p1');
    fake.faults.push({ status: 504, reason: 'DEADLINE_EXCEEDED' });
    expect(Buffer.from(await kms.unwrap(wrapped, 'p1')).toString()).toBe('k');
  });

  it.each(['silence', 'html', { status: 503, reason: 'UNAVAILABLE' }] as const)(
    'gives up in time when all it meets is %j',
    async (fault) => {
      fake.faults.push(...Array.from({ length: 200 }, () => fault));
      const started = performance.now();
      const kms = await opened({ timeoutMs: 600 });
      expect(await refusalOf(kms.wrap(Buffer.from('k'), 'p1'))).toMatchObject({ code: 'kms.unavailable' });
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );

  it.each(['wrong-checksum', 'checksum-ignored'] as const)('does not trust an answer with %s', async (fault) => {
    const kms = await opened();
    const wrapped = await kms.wrap(Buffer.from('k'), 'p1');
    fake.faults.push(fault, fault);
    expect(await refusalOf(kms.wrap(Buffer.from('k'), 'p1'))).toMatchObject({ code: 'kms.damaged' });
    expect(await refusalOf(kms.unwrap(wrapped, 'p1'))).toMatchObject({ code: 'kms.damaged', kind: 'dependency' });
  });

  it('refuses a key name of another form before it asks', async () => {
    await expect(opened({ keyName: 'my-key' })).rejects.toThrow('must look like');
    const versioned = `${fake.keyName}/cryptoKeyVersions/1`;
    await expect(opened({ keyName: versioned })).rejects.toThrow('must look like');
  });
});
