import { setTimeout as delay } from 'node:timers/promises';
import type { DeliveredMessage } from '../message.ts';
import type { Pulled, Pulls } from './pulls.ts';

const POLL_MS = 50;
/** The server's clock may be behind or ahead of ours. */
const SKEW_MS = 1000;

export interface Quiet {
  readonly quietMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** All that was published up to now, acknowledged as it comes. Nothing says that it was the last but silence. */
export async function* untilQuiet(
  pulls: Pulls,
  topic: string,
  name: string,
  { quietMs, signal }: Quiet,
): AsyncGenerator<DeliveredMessage> {
  const until = Date.now() + SKEW_MS;
  for (let news = performance.now(); !signal?.aborted && performance.now() - news < quietMs;) {
    const pulled = await pulls.pull(topic, name, false);
    await pulls.acknowledge(name, pulled);
    const wanted = pulled.filter(({ message }) => message.publishedAt.getTime() <= until);
    if (wanted.length > 0) news = performance.now();
    else await delay(POLL_MS);
    for (const { message } of wanted) yield message;
  }
}

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
