import type { DebugMessage, Subscription as Stream } from '@google-cloud/pubsub';
import { pubSubFailure } from './pubsub-failure.ts';
import { statusOf } from './grpc-status.ts';
import type { PubSubSettings } from './pubsub-settings.ts';

const ADVICE = 'A subscription is made by a start with BUS_PROVISION=true; consuming needs roles/pubsub.subscriber';

/** Resolves when the stream is refused for good and the client has given up. What it mends by itself is only told. */
export function watchStream(stream: Stream, name: string, onProblem: PubSubSettings['onProblem']): Promise<void> {
  const lost = Promise.withResolvers<void>();
  let endedInRow = 0;
  stream.on('message', () => (endedInRow = 0));
  stream.on('error', (error: Error) => {
    onProblem('stream', pubSubFailure(error, `consuming ${name}`, ADVICE));
    lost.resolve();
  });
  stream.on('close', () => lost.resolve());
  stream.on('debug', ({ error }: DebugMessage) => {
    const isSettling = error !== undefined && 'ackIds' in error;
    // The service ends streams every half hour; only an end right after another is worth a word.
    if (!isSettling && (statusOf(error) === undefined || (endedInRow += 1) < 2)) return;
    onProblem(isSettling ? 'settle' : 'stream', pubSubFailure(error, `consuming ${name}`, ADVICE));
  });
  return lost.promise;
}
