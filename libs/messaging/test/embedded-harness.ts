import { uuidv7 } from '@foundnow/kernel';
import { provisionSchema } from '@foundnow/postgres';
import { testDatabase } from '@foundnow/testing';
import type { ClientBase } from 'pg';
import { appendValues } from '../src/embedded/appender.ts';
import {
  type BusMessage,
  createEmbeddedBus,
  type EmbeddedBus,
  type EmbeddedBusOptions,
  migrateBus,
} from '../src/index.ts';
import type { BusHarness } from './bus-harness.ts';

export interface EmbeddedHarness extends BusHarness {
  readonly adminUrl: string;
  readonly appUrl: string;
  createBus(options?: Partial<EmbeddedBusOptions>): Promise<EmbeddedBus>;
}

/** A schema of the embedded bus in a fresh database, used as the role that serves. */
export async function startEmbeddedHarness(): Promise<EmbeddedHarness> {
  const database = await testDatabase();
  const { adminUrl, rolePrefix, password } = database;
  const passwords = { ownerPassword: password, appPassword: password };
  const { ownerUrl, appUrl } = await provisionSchema(adminUrl, { schema: 'bus', rolePrefix, ...passwords });
  await migrateBus(ownerUrl);
  return {
    adminUrl,
    appUrl,
    child: { module: new URL('embedded-child.ts', import.meta.url), options: { url: appUrl } },
    createBus: async (options) => createEmbeddedBus({ url: appUrl, partitionsOf, ...options }),
    createTopic: async (partitions) => `t${partitions}.${uuidv7.next()}`,
    close: () => database.drop(),
  };
}

/** As another process would: this one hears nothing of it. */
export async function appendElsewhere(client: ClientBase, message: BusMessage): Promise<void> {
  const { rows } = await client.query('SELECT topic_id AS id FROM bus.topic WHERE name = $1', [message.topic]);
  const values = appendValues([{ topic: { id: rows[0].id }, partition: 0, messages: [message] }]);
  await client.query('SELECT bus.append($1, $2, $3, $4, $5, $6)', values);
}

/** Topics are made when first used; the name says how many partitions this suite wants. */
export function partitionsOf(topic: string): number {
  return Number(/^t(\d+)\./.exec(topic)?.[1] ?? 1);
}
