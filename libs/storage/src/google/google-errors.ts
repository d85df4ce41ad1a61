import { DomainError } from '@foundnow/kernel';
import { missingObject, objectExists, storageDenied, storageUnavailable } from '../storage-errors.ts';

const NETWORK = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ESOCKETTIMEDOUT|UND_ERR)/;
const BROKEN_ON_THE_WAY = new Set([
  'CONTENT_DOWNLOAD_MISMATCH',
  'FILE_NO_UPLOAD',
  'FILE_NO_UPLOAD_DELETE',
  'RANGE_ERROR',
]);

/** What Cloud Storage says, as what to do about it. What is no fault of its own is left as it is. */
export function googleErrorFrom(error: unknown, bucket: string): unknown {
  if (error instanceof DomainError) return error;
  const status = statusOf(error);
  if (status === 404)
    return bucketIsMissing(error) ? storageDenied(error, `create the bucket ${bucket}`) : missingObject();
  if (status === 412) return objectExists();
  if (status === 401 || status === 403) {
    return storageDenied(error, `grant its account roles/storage.objectUser on the bucket ${bucket}`);
  }
  if (status === 408 || status === 429 || (status !== undefined && status >= 500)) return storageUnavailable(error);
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (NETWORK.test(code) || BROKEN_ON_THE_WAY.has(code))) return storageUnavailable(error);
  return error;
}

export function statusOf(error: unknown): number | undefined {
  const { code, status } = error as { code?: unknown; status?: unknown };
  const found = Number(code ?? status);
  return Number.isInteger(found) && found >= 300 && found < 600 ? found : undefined;
}

function bucketIsMissing(error: unknown): boolean {
  return error instanceof Error && /bucket does not exist/i.test(error.message);
}
