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
  quiet: Quiet,
): AsyncGenerator<DeliveredMessage> {
  const until = Date.now() + SKEW_MS;
  const wanted = async () => {
    const pulled = await pulls.pull(topic, name, false);
    await pulls.acknowledge(name, pulled);
    return pulled.filter(({ message }) => message.publishedAt.getTime() <= until);
  };
  for await (const pulled of answersUntilQuiet(wanted, quiet)) {
    for (const { message } of pulled) yield message;
  }
}

/** It was quiet when a question that was asked so long after the last news finds nothing: slow work is no silence. */
export async function* answersUntilQuiet<Answer>(
  ask: () => Promise<Answer[]>,
  { quietMs, signal }: Quiet,
): AsyncGenerator<Answer[]> {
  for (let news = performance.now(); !signal?.aborted;) {
    const asked = performance.now();
    const answers = await ask();
    if (answers.length > 0) {
      yield answers;
      news = performance.now();
    } else if (asked - news >= quietMs) {
      return;
    } else {
      await delay(POLL_MS);
    }
  }
}
