import type { Database } from '@foundnow/postgres';
import type { PublicFolders } from '../../../use-cases/photos/photo-files.port.ts';

const OPEN = 'insert into media_ai.public_folder (folder, due_at) values ($1, $2)';
const TAKE = `update media_ai.public_folder set due_at = $2 where folder in (
    select folder from media_ai.public_folder where due_at <= $1 order by due_at limit $3 for update skip locked)
  returning folder`;
/** Not one that is shown by now after all. */
const FORGET = 'delete from media_ai.public_folder where folder = $1 and due_at is not null';

const READER = { worker: 'photo-reader' } as const;

export class PostgresPublicFolders implements PublicFolders {
  constructor(private readonly database: Database) {}

  async open(folder: string, dueAt: Date): Promise<void> {
    await this.database.transaction(READER, async (tx) => tx.send(OPEN, [folder, dueAt]));
  }

  async takeDue(now: Date, until: Date, most: number): Promise<readonly string[]> {
    const rows = await this.database.transaction(READER, (tx) =>
      tx.query<{ folder: string }>(TAKE, [now, until, most]),
    );
    return rows.map(({ folder }) => folder);
  }

  async forget(folder: string): Promise<void> {
    await this.database.transaction(READER, async (tx) => tx.send(FORGET, [folder]));
  }
}
