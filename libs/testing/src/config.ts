/** What the test run tells its workers; `server` wins when somebody brought a PostgreSQL of their own. */
export interface TestServerConfig {
  /** Superuser address of a PostgreSQL server that was brought from outside. */
  readonly server: string | undefined;
  /** Where the test run's own server is asked for; it starts with the first question. */
  readonly broker: string | undefined;
}

export function testServerConfig(): TestServerConfig {
  return { server: process.env['FN_TEST_DATABASE_URL'], broker: process.env['FN_TEST_DATABASE_BROKER'] };
}
