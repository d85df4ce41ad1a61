import type { AuditTrail, Database } from '@foundnow/postgres';
import type { ExportSource, MadeChange, PersonalFacts } from '../../../use-cases/privacy/export-source.port.ts';
import { type ErasureRow, toErasure } from './erasure.row.ts';
import { CLAIMS, CONTACTS } from './export-exchanges.ts';
import { type Listing, pagesOf } from './export-pages.ts';
import { LAST_CHANGES_OF_OTHERS, PAST_CHANGES_OF_OTHERS, POST_VERSIONS, POSTS } from './export-posts.ts';
import { ACTS, ANSWERS } from './export-traces.ts';
import { UPLOADS } from './export-uploads.ts';

const ERASURE = `select person_id, source, requested_at, completed_at, counts from posts.erasure where person_id = $1`;
const DATA_KEY = 'select created_at, destroyed_at from posts.person_data_keys where person_id = $1';

interface DataKeyRow {
  readonly created_at: Date;
  readonly destroyed_at: Date | null;
}

export class PostgresExportSource implements ExportSource {
  readonly posts = this.reading(POSTS);
  readonly postVersions = this.reading(POST_VERSIONS);
  readonly uploads = this.reading(UPLOADS);
  readonly contacts = this.reading(CONTACTS);
  readonly claims = this.reading(CLAIMS);
  readonly answers = this.reading(ANSWERS);
  readonly acts = this.reading(ACTS);

  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async open(person: string): Promise<PersonalFacts> {
    return this.database.transaction({ person }, async (tx) => {
      const [erasure] = await tx.query<ErasureRow>(ERASURE, [person]);
      const [key] = await tx.query<DataKeyRow>(DATA_KEY, [person]);
      await this.audit.record(tx, { actor: person, action: 'person.exported', subject: `person/${person}` });
      return {
        erasure: erasure ? toErasure(erasure) : null,
        dataKey: key ? { createdAt: key.created_at, destroyedAt: key.destroyed_at } : null,
      };
    });
  }

  async *changesOfOthers(person: string): AsyncGenerator<readonly MadeChange[]> {
    yield* pagesOf(this.database, LAST_CHANGES_OF_OTHERS, person);
    yield* pagesOf(this.database, PAST_CHANGES_OF_OTHERS, person);
  }

  private reading<Row, Item>(listing: Listing<Row, Item>) {
    return (person: string) => pagesOf(this.database, listing, person);
  }
}
