import type { FastifyInstance } from 'fastify';
import { DomainError } from '@foundnow/kernel';

/** PostgreSQL stores neither NUL nor half a surrogate pair: refused here, or they would come back as a 500. */
export function acceptOnlyJson(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Many clients send the header with every request, also where there is nothing to say.
    if (body === '' && request.method === 'DELETE') return done(null, undefined);
    // The default parser calls back before it returns, so nothing is awaited here.
    void parse(request, body, (error, value: unknown) => {
      if (error !== null) return done(error);
      if (mayHoldBadText(body) && holdsBadText(value)) return done(badText());
      return done(null, value);
    });
  });
}

export function badText(): DomainError {
  const detail = 'Text may hold no NUL character and no half of a surrogate pair.';
  return new DomainError('request.invalid_text', 'validation', detail);
}

function mayHoldBadText(json: string): boolean {
  return json.includes('\\u0000') || json.includes('\\ud') || json.includes('\\uD');
}

function holdsBadText(root: unknown): boolean {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) return true;
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) pending.push(key, item);
    }
  }
  return false;
}
