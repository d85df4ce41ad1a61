import { describe, expect, it } from '@jest/globals';
import { parseRegistryConfig } from './config.ts';

describe('the configuration of the registry', () => {
  it('is open on this machine when nothing is said', () => {
    expect(parseRegistryConfig({})).toEqual({ host: '127.0.0.1', port: 8081, logLevel: 'info' });
  });

  it('has a user with a password, or neither', () => {
    const both = { REGISTRY_USERNAME: 'ui', REGISTRY_PASSWORD: 'long enough' };
    expect(parseRegistryConfig(both)).toMatchObject({ auth: { username: 'ui', password: 'long enough' } });
    expect(() => parseRegistryConfig({ REGISTRY_USERNAME: 'ui' })).toThrow('REGISTRY_PASSWORD');
    expect(() => parseRegistryConfig({ REGISTRY_PASSWORD: 'long enough' })).toThrow('REGISTRY_USERNAME');
    expect(() => parseRegistryConfig({ ...both, REGISTRY_PASSWORD: 'short' })).toThrow('at least 8');
  });
});
