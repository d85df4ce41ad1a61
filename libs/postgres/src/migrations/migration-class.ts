import type { MigrationInterface } from 'typeorm';

/** A TypeORM migration: its name ends with the 13 digits of the millisecond in which it was written. */
export type MigrationClass = new () => MigrationInterface;
