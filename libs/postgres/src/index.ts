export type * from './sql.ts';
