import { describe, expect, it } from '@jest/globals';
import { ConfigError, type Environment, parseEnv } from '@foundnow/config';
import { examined } from '../config/findings.ts';
import { busEnv } from './bus-env.ts';
import { busSettings } from './bus-settings.ts';
import { registrySettings } from './registry-settings.ts';

const PASSWORD = 'hunter2-correct-horse';

const settingsFrom = (env: Environment) => examined((findings) => busSettings(parseEnv(busEnv, env), findings));
const registryFrom = (env: Environment) => examined((findings) => registrySettings(parseEnv(busEnv, env), findings));

function refusal(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('The configuration was accepted.');
}

const kafka = { EVENT_BUS: 'kafka', KAFKA_BROKERS: 'kafka-1:9092, kafka-2:9092' };
const pubsub = { EVENT_BUS: 'pubsub', PUBSUB_PROJECT_ID: 'foundnow-dev' };

describe('the settings of the bus', () => {
  it.each([
    [{}, 'BUS_DATABASE_URL: is required because EVENT_BUS is embedded'],
    [{ EVENT_BUS: 'kafka' }, 'KAFKA_BROKERS: is required because EVENT_BUS is kafka'],
    [{ EVENT_BUS: 'pubsub' }, 'PUBSUB_PROJECT_ID: is required because EVENT_BUS is pubsub'],
    [{ EVENT_BUS: 'rabbit' }, 'EVENT_BUS: must be one of embedded, kafka, pubsub'],
    [{ ...kafka, KAFKA_BROKERS: 'kafka-1' }, 'KAFKA_BROKERS: must be brokers such as kafka-1:9092,kafka-2:9092'],
    [
      { ...kafka, KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_PASSWORD: PASSWORD },
      'KAFKA_SASL_USERNAME: is required because KAFKA_SASL_MECHANISM is set',
    ],
    [{ ...kafka, KAFKA_SASL_PASSWORD: PASSWORD }, 'KAFKA_SASL_PASSWORD: is set, but KAFKA_SASL_MECHANISM is not'],
    [{ ...pubsub, PUBSUB_ENDPOINT: 'https://pubsub' }, 'PUBSUB_ENDPOINT: must be a host such as europe-west3'],
    [
      { ...pubsub, PUBSUB_ENDPOINT: 'europe-west3-pubsub.googleapis.com', PUBSUB_EMULATOR_HOST: '127.0.0.1:8085' },
      'PUBSUB_ENDPOINT: is set, and PUBSUB_EMULATOR_HOST as well',
    ],
    [{ ...kafka, KAFKA_TLS_CA_FILE: '/ca.pem' }, 'KAFKA_TLS_CA_FILE: is set, but KAFKA_TLS is not true'],
  ])('refuse %j with the key and the reason, never a value', (env, words) => {
    const said = refusal(() => settingsFrom(env));
    expect(said).toContain(words);
    expect(said).not.toContain(PASSWORD);
  });

  it('name everything that is missing at once', () => {
    const said = refusal(() => settingsFrom({ EVENT_BUS: 'kafka', KAFKA_SASL_MECHANISM: 'scram-sha-512' }));
    for (const key of ['KAFKA_BROKERS', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD']) expect(said).toContain(key);
  });

  it('ask of a transport what it needs, and take nothing of the others', () => {
    expect(settingsFrom({ ...kafka, PUBSUB_PROJECT_ID: 'another-project' })).toEqual({
      bus: 'kafka',
      connection: { brokers: ['kafka-1:9092', 'kafka-2:9092'] },
      compression: 'zstd',
    });
    expect(settingsFrom({ ...pubsub, KAFKA_TLS: 'true' })).toEqual({
      bus: 'pubsub',
      projectId: 'foundnow-dev',
    });
  });

  it('know the region in which order holds', () => {
    const PUBSUB_ENDPOINT = 'europe-west3-pubsub.googleapis.com:443';
    expect(settingsFrom({ ...pubsub, PUBSUB_ENDPOINT })).toMatchObject({ apiEndpoint: PUBSUB_ENDPOINT });
  });

  it('hold a login and encryption when they are wanted', () => {
    const login = { KAFKA_SASL_MECHANISM: 'plain', KAFKA_SASL_USERNAME: 'fn-posts', KAFKA_SASL_PASSWORD: PASSWORD };
    expect(settingsFrom({ ...kafka, ...login, KAFKA_TLS: 'true' })).toMatchObject({
      connection: { tls: true, sasl: { mechanism: 'plain', username: 'fn-posts', password: PASSWORD } },
    });
  });
});

describe('the settings of the schema registry', () => {
  it('are none without an address', () => {
    expect(registryFrom({})).toBeUndefined();
  });

  it.each([
    [
      { SCHEMA_REGISTRY_URL: `https://u:${PASSWORD}@registry` },
      'SCHEMA_REGISTRY_URL: must not hold a login: use SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD',
    ],
    [
      { SCHEMA_REGISTRY_URL: 'https://registry', SCHEMA_REGISTRY_PASSWORD: PASSWORD },
      'SCHEMA_REGISTRY_USERNAME: is required because SCHEMA_REGISTRY_PASSWORD is set',
    ],
    [
      { SCHEMA_REGISTRY_USERNAME: 'u', SCHEMA_REGISTRY_PASSWORD: PASSWORD },
      'SCHEMA_REGISTRY_PASSWORD: is set, but SCHEMA_REGISTRY_URL is not',
    ],
    [
      { SCHEMA_REGISTRY_URL: `https://registry/?token=${PASSWORD}` },
      'SCHEMA_REGISTRY_URL: must end with the path of the API, without ? and #',
    ],
  ])('refuse %j in words', (env, words) => {
    const said = refusal(() => registryFrom(env));
    expect(said).toContain(words);
    expect(said).not.toContain(PASSWORD);
  });
});
