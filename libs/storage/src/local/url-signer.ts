import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@foundnow/kernel';
import type { Clock } from '@foundnow/kernel';
import { assertDownloadGrant, assertUploadGrant } from '../grants.ts';
import type { DownloadGrant, SignedRequest, UploadGrant } from '../object-store.port.ts';

/** What an address allows. Every part of it is under the signature. */
export interface Grant {
  readonly method: 'PUT' | 'GET';
  readonly key: string;
  readonly expires: number;
  readonly contentType: string;
  readonly minBytes: number;
  readonly maxBytes: number;
  readonly mayReplace: boolean;
  readonly downloadName: string;
}

export interface UrlSignerOptions {
  /** Where the handler is mounted, as clients reach it: `https://photos.example.org/objects`. */
  readonly baseUrl: string;
  /** At least 32 random bytes, the same in every process that signs or serves. */
  readonly secret: Uint8Array;
  readonly clock: Clock;
}

export class UrlSigner {
  readonly #baseUrl: string;

  constructor(private readonly options: UrlSignerOptions) {
    if (options.secret.length < 32) throw new TypeError('The secret that signs addresses needs at least 32 bytes.');
    this.#baseUrl = options.baseUrl.replace(/\/+$/, '');
  }

  signUpload(grant: UploadGrant): SignedRequest {
    assertUploadGrant(grant);
    const { key, contentType, minBytes, maxBytes, mayReplace = false } = grant;
    const expires = this.#expiry(grant.expiresInSeconds);
    const headers = { 'content-type': contentType };
    const signed = {
      method: 'PUT',
      key,
      expires,
      contentType,
      minBytes,
      maxBytes,
      mayReplace,
      downloadName: '',
    } as const;
    return this.#request(signed, headers);
  }

  signDownload(grant: DownloadGrant): SignedRequest {
    assertDownloadGrant(grant);
    const { key, downloadName = '' } = grant;
    const expires = this.#expiry(grant.expiresInSeconds);
    const nothing = { contentType: '', minBytes: 0, maxBytes: 0, mayReplace: false };
    return this.#request({ method: 'GET', key, expires, ...nothing, downloadName }, {});
  }

  /** The grant that this request shows; throws when it shows none that is valid now. */
  verify(method: string, key: string, query: URLSearchParams): Grant {
    const grant: Grant = {
      method: method === 'PUT' ? 'PUT' : 'GET',
      key,
      expires: Number(query.get('fn-expires')),
      contentType: query.get('fn-type') ?? '',
      minBytes: Number(query.get('fn-min') ?? 0),
      maxBytes: Number(query.get('fn-max') ?? 0),
      mayReplace: query.get('fn-replace') === '1',
      downloadName: query.get('fn-name') ?? '',
    };
    const shown = Buffer.from(query.get('fn-signature') ?? '', 'base64url');
    const own = this.#signature(grant);
    if (grant.method !== method || shown.length !== own.length || !timingSafeEqual(shown, own)) {
      throw new DomainError('storage.signature', 'forbidden', 'This address was changed, or is for something else.');
    }
    if (this.options.clock.now().getTime() >= grant.expires * 1000) {
      throw new DomainError('storage.expired', 'forbidden', 'This address has expired: ask for a new one.');
    }
    return grant;
  }

  #request(grant: Grant, headers: Record<string, string>): SignedRequest {
    const query = new URLSearchParams({ 'fn-expires': String(grant.expires) });
    if (grant.method === 'PUT') {
      query.set('fn-type', grant.contentType);
      query.set('fn-min', String(grant.minBytes));
      query.set('fn-max', String(grant.maxBytes));
      if (grant.mayReplace) query.set('fn-replace', '1');
    }
    if (grant.downloadName) query.set('fn-name', grant.downloadName);
    query.set('fn-signature', this.#signature(grant).toString('base64url'));
    const url = `${this.#baseUrl}/${grant.key}?${query.toString()}`;
    return { method: grant.method, url, headers, expiresAt: new Date(grant.expires * 1000) };
  }

  #signature(grant: Grant): Buffer {
    const { method, key, expires, contentType, minBytes, maxBytes, mayReplace, downloadName } = grant;
    const text = JSON.stringify([
      'fn1',
      method,
      key,
      expires,
      contentType,
      minBytes,
      maxBytes,
      mayReplace,
      downloadName,
    ]);
    return createHmac('sha256', this.options.secret).update(text).digest();
  }

  #expiry(seconds: number): number {
    return Math.floor(this.options.clock.now().getTime() / 1000) + seconds;
  }
}
