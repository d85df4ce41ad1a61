import { type CallOptions, PubSub } from '@google-cloud/pubsub';
import { RETRIED } from './grpc-status.ts';
import type { PubSubSettings } from './pubsub-settings.ts';

/** Connects when first used. */
export function openClient({ projectId, emulatorHost, apiEndpoint }: PubSubSettings): PubSub {
  if (emulatorHost !== undefined) {
    // Without its answer known the client asks Google's metadata server, which is nowhere near.
    const clientOptions = { universeDomain: 'googleapis.com' };
    return new PubSub({ projectId, apiEndpoint: emulatorHost, emulatorMode: true, clientOptions });
  }
  return new PubSub({ projectId, ...(apiEndpoint !== undefined && { apiEndpoint }) });
}

/** A client that never got as far as a connection says so once more when it is closed: whoever used it has said it. */
export async function closeClient(client: PubSub): Promise<void> {
  await client.close().catch(() => undefined);
}

/** The client's own settings let a call try for ten minutes without a word. */
export function withinTime(milliseconds: number): CallOptions {
  return {
    retry: {
      retryCodes: [...RETRIED],
      backoffSettings: {
        initialRetryDelayMillis: 100,
        retryDelayMultiplier: 2,
        maxRetryDelayMillis: 2000,
        initialRpcTimeoutMillis: Math.min(10_000, milliseconds),
        rpcTimeoutMultiplier: 1,
        maxRpcTimeoutMillis: Math.min(10_000, milliseconds),
        totalTimeoutMillis: milliseconds,
      },
    },
  };
}
