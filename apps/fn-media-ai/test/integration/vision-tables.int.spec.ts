import { withClient } from '@foundnow/postgres';
import { FakeClock } from '@foundnow/testing';
import { PostgresVisionBudget } from '../../src/outbound/postgres/vision/postgres-vision-budget.ts';
import { PostgresVisionCache } from '../../src/outbound/postgres/vision/postgres-vision-cache.ts';
import { describeVisionBudget } from '../conformance/vision-budget.conformance.ts';
import { describeVisionCache } from '../conformance/vision-cache.conformance.ts';
import { mediaAiDatabase } from '../media-ai-database.ts';

describeVisionBudget('PostgreSQL', async () => {
  const schema = await mediaAiDatabase();
  return {
    budget: new PostgresVisionBudget(schema.database),
    empty: () => withClient(schema.ownerUrl, async (client) => void (await client.query('delete from vision_spend'))),
    stop: () => schema.drop(),
  };
});

describeVisionCache('PostgreSQL', async () => {
  const schema = await mediaAiDatabase();
  const clock = new FakeClock('2026-03-01T12:00:00.000Z');
  return { cache: new PostgresVisionCache(schema.database, clock), clock, stop: () => schema.drop() };
});
