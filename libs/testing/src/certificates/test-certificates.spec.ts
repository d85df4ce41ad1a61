import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { testCertificates } from './test-certificates.ts';

describe('testCertificates', () => {
  const { ca, server, client } = testCertificates();
  const authority = new X509Certificate(ca);

  it('makes an authority that signs itself and may sign others', () => {
    expect([authority.ca, authority.verify(authority.publicKey)]).toEqual([true, true]);
  });

  it.each([
    ['server', server],
    ['client', client],
  ])('makes a %s that the authority vouches for, with its key', (_, { cert, key }) => {
    const made = new X509Certificate(cert);
    expect(made.ca).toBe(false);
    expect(made.checkIssued(authority)).toBe(true);
    expect(made.verify(authority.publicKey)).toBe(true);
    expect(made.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(new Date(made.validTo).getTime()).toBeGreaterThan(Date.now());
  });

  it('lets the server be called by its loopback address', () => {
    const made = new X509Certificate(server.cert);
    expect([made.checkIP('127.0.0.1'), made.checkHost('localhost')]).toEqual(['127.0.0.1', 'localhost']);
  });

  it('has an authority of its own each time', () => {
    expect(new X509Certificate(server.cert).verify(new X509Certificate(testCertificates().ca).publicKey)).toBe(false);
  });
});
