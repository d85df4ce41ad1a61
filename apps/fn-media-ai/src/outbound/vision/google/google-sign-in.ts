import type { ImageAnnotatorClient } from '@google-cloud/vision';
import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import { neverArrived } from '../cause-codes.ts';

type SignIn = ImageAnnotatorClient['auth'];

/** Whether there are credentials at all: a file, a variable, or a machine of Google's. */
export async function hasCredentials(auth: SignIn): Promise<boolean> {
  return auth.getClient().then(
    () => true,
    () => false,
  );
}

/**
 * Signs in before anything is sent. The client does the same on its way, but there nobody can tell what failed here from
 * what failed at Google, and it leaves a rejected promise behind that ends the process. What fails here costs nothing.
 */
export async function signIn(auth: SignIn, url: string): Promise<void> {
  try {
    await auth.getRequestHeaders(url);
  } catch (error) {
    throw new VisionFailure(isOutOfReach(error) ? 'unavailable' : 'misconfigured');
  }
}

/** Whoever gives tokens is not there, or has a bad day. */
function isOutOfReach(error: unknown): boolean {
  const { status, code } = (error ?? {}) as { status?: unknown; code?: unknown };
  if (typeof status === 'number') return status >= 500 || status === 429;
  return neverArrived(error) || /^E(?:CONN|TIMEDOUT|PIPE|AI_)/.test(String(code));
}
