import type { DeliveredMessage } from '../message.ts';
import type { Pulled, Pulls } from './pulls.ts';

/** What comes, from all topics as it comes. */
export async function* untilAborted(
  pulls: Pulls,
  names: ReadonlyMap<string, string>,
  signal: AbortSignal | undefined,
): AsyncGenerator<DeliveredMessage> {
  const aborted = Promise.withResolvers<undefined>();
  signal?.addEventListener('abort', () => aborted.resolve(undefined));
  const next = (topic: string, name: string) =>
    pulls.pull(topic, name, true).then((pulled) => ({ topic, name, pulled }));
  const under = new Map([...names].map(([topic, name]) => [topic, next(topic, name)]));
  for (const one of under.values()) one.catch(() => undefined);
  while (!signal?.aborted) {
    const came: { topic: string; name: string; pulled: Pulled[] } | undefined = await Promise.race([
      ...under.values(),
      aborted.promise,
    ]);
    if (came === undefined) return;
    await pulls.acknowledge(came.name, came.pulled);
    for (const { message } of came.pulled) yield message;
    const following = next(came.topic, came.name);
    following.catch(() => undefined);
    under.set(came.topic, following);
  }
}
