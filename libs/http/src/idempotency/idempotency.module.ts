import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import { Database } from '@foundnow/postgres';
import { IdempotencyStore } from './idempotency-store.ts';
import { Idempotency } from './idempotency.ts';

/** Provides `Idempotency` over the service's own schema; `imports` must bring its `Database`, unless that is global. */
@Module({})
export class IdempotencyModule {
  static forSchema(schema: string, imports: NonNullable<ModuleMetadata['imports']> = []): DynamicModule {
    const store = new IdempotencyStore(schema);
    return {
      module: IdempotencyModule,
      imports,
      providers: [
        { provide: IdempotencyStore, useValue: store },
        {
          provide: Idempotency,
          inject: [Database],
          useFactory: (database: Database) => new Idempotency(database, store),
        },
      ],
      exports: [Idempotency, IdempotencyStore],
    };
  }
}
