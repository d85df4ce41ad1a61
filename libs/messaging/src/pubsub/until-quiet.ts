import { setTimeout as delay } from 'node:timers/promises';
import type { DeliveredMessage } from '../message.ts';
import type { Pulls } from './pulls.ts';

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
