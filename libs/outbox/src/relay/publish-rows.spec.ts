import { describe, expect, it } from '@jest/globals';
import { ContractError } from '@foundnow/contracts';
import type { BusMessage } from '@foundnow/messaging';
import type { OutboxRow } from '../tables/outbox.row.ts';
import { publishRows } from './publish-rows.ts';
import type { Outcome } from './publish-rows.ts';

const rowOf = (id: number, shard: number, recordName: string): OutboxRow => ({
  id,
  shard,
  recordName,
  version: 1,
  topic: 'posts.events',
  key: `key-${shard}`,
  eventId: `event-${id}`,
  type: 'post.created',
  attributes: { source: '/foundnow/fn-posts', time: '', subject: '', correlationId: '' },
  body: Buffer.of(id),
});

/** Publishes and tells what became of it: `published 1 2`, `waiting for schema-registry 3`. */
async function publish(rows: readonly OutboxRow[], idOf: (recordName: string) => number | Promise<number>) {
  const published: BusMessage[] = [];
  const bus = { publish: async (batch: readonly BusMessage[]) => void published.push(...batch) };
  const outcomes = await publishRows(rows, bus, { idOf });
  return { told: outcomes.map(tell), bodies: published.map(({ value }) => value.at(-1)) };
}

function tell(outcome: Outcome): string {
  const ids = outcome.rows.map(({ id }) => id).join(' ');
  return outcome.result === 'failed' ? `waiting for ${outcome.cause}: ${ids}` : `${outcome.result}: ${ids}`;
}

describe('publishing rows', () => {
  it('lets wait what lies in one shard behind a schema that the registry has not numbered, and nothing else', async () => {
    const rows = [rowOf(1, 0, 'Old'), rowOf(2, 1, 'Old'), rowOf(3, 0, 'New'), rowOf(4, 0, 'Old'), rowOf(5, 1, 'Old')];
    const away = new ContractError('contract.registry_unavailable', 'away', { kind: 'dependency' });
    const { told, bodies } = await publish(rows, (name) => (name === 'Old' ? 7 : Promise.reject(away)));
    expect(told).toEqual(['published: 1 2 5', 'waiting for schema-registry: 3 4']);
    expect(bodies).toEqual([1, 2, 5]);
  });

  it('goes ahead without a slow registry, and asks no schema twice', async () => {
    const asked: string[] = [];
    const never = new Promise<number>(() => undefined);
    const rows = [rowOf(1, 0, 'New'), rowOf(2, 0, 'New'), rowOf(3, 1, 'Old'), rowOf(4, 2, 'Other')];
    const { told } = await publish(rows, (name) => {
      asked.push(name);
      return name === 'New' ? never : Promise.resolve(7);
    });
    expect(told).toEqual(['published: 3 4', 'waiting for schema-registry: 1 2']);
    expect(asked).toEqual(['New', 'Old', 'Other']);
  });

  it('tells a schema of a newer build from one that is refused', async () => {
    const newer = new ContractError('contract.unknown_schema', 'newer', { kind: 'dependency' });
    const refused = new ContractError('contract.schema_refused', 'incompatible', { kind: 'conflict' });
    const idOf = (name: string): number => {
      throw name === 'Newer' ? newer : refused;
    };
    expect((await publish([rowOf(1, 0, 'Newer')], idOf)).told).toEqual(['waiting for newer-build: 1']);
    expect((await publish([rowOf(1, 0, 'Newer'), rowOf(2, 1, 'Bad')], idOf)).told).toEqual(['refused: 2']);
  });
});
