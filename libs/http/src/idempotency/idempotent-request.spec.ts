import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { idempotentRequestOf } from './idempotent-request.ts';

const actor = { userId: 'u1', orgId: null };
const upload = (headers: Record<string, string>) =>
  ({
    method: 'POST',
    url: '/photos',
    routeOptions: { url: '/photos' },
    headers: { 'idempotency-key': 'k', ...headers },
  }) as unknown as FastifyRequest;
const photo = upload({ 'content-type': 'multipart/form-data; boundary=x', 'content-length': '9' });
const fingerprintOf = (request: FastifyRequest, hash?: string) =>
  idempotentRequestOf(request, actor, hash)?.fingerprint.toString('hex');

describe('what tells a request with files from another', () => {
  it('is the hash that the route makes of them', () => {
    expect(fingerprintOf(photo, 'aa')).toBe(fingerprintOf(photo, 'aa'));
    expect(fingerprintOf(photo, 'aa')).not.toBe(fingerprintOf(photo, 'bb'));
  });

  it.each([
    ['of known length', photo],
    ['that streams', upload({ 'content-type': 'image/jpeg', 'transfer-encoding': 'chunked' })],
  ])('must be given for a body %s, or the first try of the programmer fails', (_name, request) => {
    expect(() => fingerprintOf(request)).toThrow(/POST \/photos takes more than JSON/);
  });

  it('need not be given where there is no body', () => {
    expect(fingerprintOf(upload({ 'content-length': '0' }))).toBe(fingerprintOf(upload({})));
  });
});
