import { EntitySchema } from 'typeorm';
import type { OrganizationSettings } from '../../../use-cases/organizations/organizations.port.ts';

/** A row of posts.organization. */
export interface OrganizationRow {
  org_id: string;
  version: string;
  name: string;
  status: string;
  time_zone: string;
  language: string;
  settings: OrganizationSettings;
}

const text = { type: 'text' } as const;

export const OrganizationRowSchema = new EntitySchema<OrganizationRow>({
  name: 'OrganizationRow',
  tableName: 'organization',
  columns: {
    org_id: { type: 'uuid', primary: true },
    version: { type: 'bigint' },
    name: text,
    status: text,
    time_zone: text,
    language: text,
    settings: { type: 'jsonb' },
  },
});
