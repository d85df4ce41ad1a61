/** Statements for the two directions of a migration: `await runner.query(sql.up)`. */
export interface MigrationSql {
  readonly up: string;
  readonly down: string;
}
