import { PgBoss, type ConstructorOptions } from 'pg-boss';

/** As fast as it can be set up: no upkeep while it is measured, enough connections, rings instead of polls. */
export async function openPgBoss(url: string, options: ConstructorOptions = {}): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    max: 16,
    schedule: false,
    supervise: false,
    monitorVacuum: false,
    ...options,
  });
  boss.on('error', (error: Error) => console.error(`pg-boss: ${error.message}`));
  await boss.start();
  return boss;
}
