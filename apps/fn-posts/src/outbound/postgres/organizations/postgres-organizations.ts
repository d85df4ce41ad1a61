import type { Inbox } from '@foundnow/outbox';
import type { Database, Sql } from '@foundnow/postgres';
import type {
  Organization,
  OrganizationSettings,
  Organizations,
} from '../../../use-cases/organizations/organizations.port.ts';
import type { Delivery } from '../../../use-cases/posts/post-upkeep.port.ts';
import type { OrganizationRow } from './organization.row.ts';

const COLUMNS = 'org_id, version, name, status, time_zone, language, settings';
const KEEP = `insert into posts.organization as held (${COLUMNS}) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (org_id) do update set (${COLUMNS}) = row(excluded.*) where held.version < excluded.version`;
/** Its row stays, empty: what comes late must not bring it back. */
const CLOSE = `insert into posts.organization as held (${COLUMNS}) values ($1, $2, '', 'deleted', 'UTC', 'en', $3)
  on conflict (org_id) do update set version = excluded.version, name = '', status = 'deleted'
  where held.version < excluded.version`;
const FIND = `select ${COLUMNS} from posts.organization where org_id = $1`;

const NO_SETTINGS: OrganizationSettings = {
  postExpiryDays: 30,
  retentionDays: 365,
  photoRequired: false,
  contactPolicy: 'none',
  defaultVisibility: 'organization',
};

export class PostgresOrganizations implements Organizations {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
  ) {}

  async keep(organization: Organization, delivery: Delivery): Promise<void> {
    const { orgId, version, name, status, timeZone, language, settings } = organization;
    await this.write(delivery, KEEP, [orgId, version, name, status, timeZone, language, settings]);
  }

  async close(orgId: string, version: number, delivery: Delivery): Promise<void> {
    await this.write(delivery, CLOSE, [orgId, version, NO_SETTINGS]);
  }

  async find(orgId: string): Promise<Organization | undefined> {
    return this.database.read({ org: orgId }, (tx) => organizationIn(tx, orgId));
  }

  private async write(delivery: Delivery, statement: string, values: readonly unknown[]): Promise<void> {
    await this.inbox.run(delivery, { worker: 'consumer' }, async (tx) => {
      await tx.query(statement, values);
    });
  }
}

export async function organizationIn(sql: Sql, orgId: string): Promise<Organization | undefined> {
  const [row] = await sql.query<OrganizationRow>(FIND, [orgId]);
  return (
    row && {
      orgId: row.org_id,
      version: Number(row.version),
      name: row.name,
      status: row.status,
      timeZone: row.time_zone,
      language: row.language,
      settings: row.settings,
    }
  );
}
