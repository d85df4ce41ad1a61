import type { Logger } from 'typeorm';

/** TypeORM prints statements, parameters and failures by itself. What matters comes back to us as an error. */
export const silentLogger: Logger = {
  logQuery() {},
  logQueryError() {},
  logQuerySlow() {},
  logSchemaBuild() {},
  logMigration() {},
  log() {},
};
