import { createHash, createVerify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Refused } from './fake-objects.ts';

/** Checks a V4 signed request as the XML API does: expiry first, then every signed header, then the signature. */
export function checkSignedRequest(request: IncomingMessage, url: URL, key: KeyObject, now: Date): void {
  const query = url.searchParams;
  if (query.get('X-Goog-Algorithm') !== 'GOOG4-RSA-SHA256') throw new Refused(403, 'AccessDenied', 'Anonymous caller.');
  const date = query.get('X-Goog-Date') ?? '';
  const issued = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, '$1-$2-$3:$4:$5'));
  const lifetime = Number(query.get('X-Goog-Expires'));
  if (!(lifetime > 0 && lifetime <= 604_800)) throw new Refused(400, 'AuthenticationRequired', 'Bad X-Goog-Expires.');
  if (!(now.getTime() < issued + lifetime * 1000)) throw new Refused(400, 'ExpiredToken', 'The token has expired.');
  const signed = (query.get('X-Goog-SignedHeaders') ?? '').split(';');
  for (const name of Object.keys(request.headers)) {
    if (name.startsWith('x-goog-') && !signed.includes(name)) throw new Refused(403, 'SignatureDoesNotMatch');
  }
  const [email = '', ...scope] = (query.get('X-Goog-Credential') ?? '').split('/');
  const text = ['GOOG4-RSA-SHA256', date, scope.join('/'), sha256(canonicalRequest(request, url, signed))].join('\n');
  const signature = Buffer.from(query.get('X-Goog-Signature') ?? '', 'hex');
  if (email === '' || !createVerify('RSA-SHA256').update(text).verify(key, signature)) {
    throw new Refused(403, 'SignatureDoesNotMatch', 'The request signature does not match the one that was computed.');
  }
}

function canonicalRequest(request: IncomingMessage, url: URL, signed: readonly string[]): string {
  const headers = signed.map((name) => {
    // The service answers on its standard port only, so its Host header has none.
    const value = name === 'host' ? url.hostname : request.headers[name];
    if (value === undefined)
      throw new Refused(400, 'MalformedSecurityHeader', `Header ${name} was signed but not sent.`);
    return `${name}:${String(value).trim().replaceAll(/\s+/g, ' ')}\n`;
  });
  const query = [...url.searchParams]
    .filter(([name]) => name !== 'X-Goog-Signature')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
  const path = (request.url ?? '').split('?')[0];
  return [request.method, path, query, headers.join(''), signed.join(';'), 'UNSIGNED-PAYLOAD'].join('\n');
}

function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
