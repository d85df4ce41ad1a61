import { demandPast } from '../no-past.ts';
import { type Consumer, type ConsumerOptions, createConsumer } from './create-consumer.ts';

/**
 * The same handlers over everything that the log still holds, up to its end now, in a generation of its own: the inbox
 * lets each event through again, handlers with outside effects never run, the live group is not touched.
 */
export function createReplay(options: Omit<ConsumerOptions, 'startAt' | 'bounded'> & { generation: number }): Consumer {
  if (!Number.isSafeInteger(options.generation) || options.generation < 1) {
    throw new RangeError('A replay needs a generation of its own: a whole number above 0 that was not used before');
  }
  demandPast(options.bus, 'A replay');
  return createConsumer({ ...options, startAt: 'beginning', bounded: true });
}
