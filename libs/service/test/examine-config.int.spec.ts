import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigError, type Environment, parseEnv } from '@foundnow/config';
import { testCertificates } from '@foundnow/testing';
import { examineConfig } from '../src/config/examine-config.ts';
import { serviceEnv } from '../src/index.ts';

const certificates = testCertificates();
const FILES = {
  'ca.pem': certificates.ca,
  'client.pem': certificates.client.cert,
  'client.key': certificates.client.key,
  'another.key': certificates.server.key,
  'no.pem': 'hunter2-is-no-certificate',
  'jwks.json': JSON.stringify({ keys: [{ kty: 'OKP', kid: 'a' }] }),
  'empty.json': JSON.stringify({ keys: [] }),
};

describe('the configuration of a service at its start', () => {
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fn-config-'));
    for (const [name, content] of Object.entries(FILES)) await writeFile(join(dir, name), content);
  });
  afterAll(() => rm(dir, { recursive: true }));

  const file = (name: string) => join(dir, name);
  const jwks = (name: string) => pathToFileURL(file(name)).href;

  function refusal(change: (env: Record<string, string>) => Environment): string {
    const env = {
      PORT: '4003',
      DATABASE_URL: 'postgres://matcher_app@127.0.0.1/foundnow',
      JWKS_URL: jwks('jwks.json'),
      TOKEN_ISSUER: 'https://foundnow.localhost',
      TOKEN_AUDIENCE: 'foundnow',
      EVENT_BUS: 'kafka',
      KAFKA_BROKERS: '127.0.0.1:9092',
      KAFKA_TLS: 'true',
      KAFKA_TLS_CA_FILE: file('ca.pem'),
      KAFKA_TLS_CERT_FILE: file('client.pem'),
      KAFKA_TLS_KEY_FILE: file('client.key'),
    };
    try {
      examineConfig(parseEnv(serviceEnv, change(env)));
      return 'accepted';
    } catch (error) {
      if (error instanceof ConfigError) return error.message;
      throw error;
    }
  }

  it('is accepted when all files are what their keys say', () => {
    expect(refusal((env) => env)).toBe('accepted');
  });

  it.each([
    ['JWKS_URL', () => jwks('nowhere.json'), 'names a file that is not there'],
    ['JWKS_URL', () => jwks('empty.json'), 'names a file without keys (JSON Web Key Set)'],
    ['JWKS_URL', () => jwks('no.pem'), 'names a file without keys (JSON Web Key Set)'],
    ['KAFKA_TLS_CA_FILE', () => file('nowhere.pem'), 'names a file that is not there'],
    ['KAFKA_TLS_CA_FILE', () => file('no.pem'), 'names a file without a certificate (PEM)'],
    ['KAFKA_TLS_CERT_FILE', () => file('client.key'), 'names a file without a certificate (PEM)'],
    ['KAFKA_TLS_KEY_FILE', () => file('client.pem'), 'names a file without a private key'],
    ['KAFKA_TLS_KEY_FILE', () => file('another.key'), 'is not the key of KAFKA_TLS_CERT_FILE'],
    ['KAFKA_TLS_KEY_FILE', () => '', 'is required because KAFKA_TLS_CERT_FILE is set'],
    ['CORS_ORIGINS', () => 'https://app.example.org/', 'must be web origins such as https://app.example.org'],
    ['CORS_ORIGINS', () => '*', 'must be web origins such as https://app.example.org'],
  ])('is refused when %s is wrong, in words that hold nothing of a file', (key, value, words) => {
    const said = refusal((env) => ({ ...env, [key]: value() }));
    expect(said).toContain(`${key}: ${words}`);
    expect(said).not.toContain('hunter2');
  });
});
