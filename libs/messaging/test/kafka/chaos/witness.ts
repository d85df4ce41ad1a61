import type { DeliveredMessage, DeliveryContext, MessageHandler } from '../../../src/index.ts';
import { seqOf } from '../../sample-messages.ts';

/** One handling of one message, by whom, and in which of its times as the owner of the partition. */
export interface Handling {
  readonly member: string;
  readonly tenure: string;
  readonly key: string;
  readonly seq: number;
  readonly id: string;
  readonly partition: number;
  readonly offset: number;
  /** When it began, by the clock of the machine: members are in several processes. */
  readonly at: number;
}

/** Takes handlings down; a handler goes on when that is done, so what causes what is seen in that order. */
export interface Witness {
  began(handling: Handling): Promise<void>;
  handled(handling: Handling): Promise<void>;
}

export type Work = (message: DeliveredMessage, context: DeliveryContext) => Promise<void>;

/** A member whose every handling is witnessed. An adapter has one signal for each time that it owns a partition. */
export function witnessed(member: string, witness: Witness, work: Work): MessageHandler {
  const tenures = new Map<AbortSignal, string>();
  return async (message, context) => {
    const tenure = tenures.get(context.signal) ?? `${member}#${tenures.size}`;
    tenures.set(context.signal, tenure);
    const { key, partition, attributes } = message;
    const handling: Handling = {
      member,
      tenure,
      key,
      partition,
      seq: seqOf(message),
      id: attributes.id,
      offset: Number(message.offset),
      at: performance.timeOrigin + performance.now(),
    };
    await witness.began(handling);
    await work(message, context);
    await witness.handled(handling);
  };
}
