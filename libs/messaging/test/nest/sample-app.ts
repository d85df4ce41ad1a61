import {
  encodeEvent,
  type EventMap,
  EventDecoder,
  type EventName,
  frame,
  lockfileSchemaIds,
  topicOf,
} from '@foundnow/contracts';
import { uuidv7 } from '@foundnow/kernel';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  type BusMessage,
  BusStrategy,
  type BusStrategyOptions,
  failurePolicy,
  type FailurePolicy,
} from '../../src/index.ts';
import { EagerScheduler } from '../sample-consumer.ts';

const ids = lockfileSchemaIds();

/** A real Nest app on Fastify, with its handlers on the given bus. */
export async function startApp(
  controllers: Type[],
  options: Pick<BusStrategyOptions, 'bus' | 'group'> & Partial<BusStrategyOptions>,
): Promise<{ app: INestApplication; strategy: BusStrategy; decided: unknown[] }> {
  class SampleModule {}
  const module = { module: SampleModule, controllers };
  const decided: unknown[] = [];
  const app = await NestFactory.create(module, new FastifyAdapter(), { logger: false, abortOnError: false });
  const strategy = new BusStrategy({
    decoder: new EventDecoder(ids),
    policy: remembering(decided),
    scheduler: new EagerScheduler(),
    ...options,
  });
  app.connectMicroservice({ strategy });
  await app.startAllMicroservices();
  return { app, strategy, decided };
}

function remembering(decided: unknown[]): FailurePolicy {
  const policy = failurePolicy({ isDependencyFailure: () => false });
  const decide: FailurePolicy['decide'] = (error, tries) => {
    decided.push(error);
    return policy.decide(error, tries);
  };
  return { ...policy, decide };
}

export function anEvent<N extends EventName>(name: N, payload: EventMap[N], key: string): BusMessage {
  const { recordName, version, body } = encodeEvent(name, payload);
  return {
    topic: topicOf(name),
    key,
    value: frame(ids.idOf(recordName, version), body),
    attributes: {
      id: uuidv7.next(),
      type: name,
      source: '/foundnow/sample',
      time: new Date().toISOString(),
      subject: key,
      dataschema: `${recordName}/v${version}`,
      contentType: 'application/avro',
      correlationId: uuidv7.next(),
    },
  };
}
