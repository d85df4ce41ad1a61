import { assertObjectKey } from './object-key.ts';
import type { DownloadGrant, UploadGrant } from './object-store.port.ts';
import { invalid } from './storage-errors.ts';

const WEEK_SECONDS = 7 * 24 * 60 * 60;

/** `type/subtype`, with parameters if any; nothing that could start a header of its own. */
export function assertContentType(contentType: string): void {
  if (contentType.length > 200 || !/^[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=[\w."-]+)*$/.test(contentType)) {
    throw invalid('contentType', 'A content type such as image/jpeg.');
  }
}

export function assertUploadGrant({ key, contentType, minBytes, maxBytes, expiresInSeconds }: UploadGrant): void {
  assertObjectKey(key);
  assertContentType(contentType);
  if (!isCount(minBytes) || !isCount(maxBytes) || minBytes > maxBytes) {
    throw invalid('maxBytes', 'Whole numbers of bytes, the least not above the most.');
  }
  assertExpiry(expiresInSeconds);
}

export function assertDownloadGrant({ key, expiresInSeconds, downloadName }: DownloadGrant): void {
  assertObjectKey(key);
  assertExpiry(expiresInSeconds);
  if (downloadName !== undefined && !/^[\w][\w. -]{0,99}$/.test(downloadName)) {
    throw invalid('downloadName', 'Letters, digits, blanks, ".", "_" and "-", at most 100.');
  }
}

function assertExpiry(seconds: number): void {
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > WEEK_SECONDS) {
    throw invalid('expiresInSeconds', 'A whole number of seconds, at least 1 and at most a week.');
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
