import type { users } from '@foundnow/contracts';
import { organizationIdFor } from '../organization-id.ts';
import { UsageError } from '../usage-error.ts';
import { USER_ROLES } from './user-options.ts';

const KNOWN: ReadonlySet<string> = new Set(USER_ROLES);

/** `atocha=staff,org_admin` */
export function membershipOf(text: string): users.Membership {
  const [organization = '', roles = ''] = text.split('=');
  const named = roles.split(',').filter((role) => role !== '');
  if (organization === '' || named.length === 0 || !named.every((role) => KNOWN.has(role)))
    throw new UsageError(`--member is written like atocha=staff,org_admin; roles are ${USER_ROLES.join(', ')}`);
  return { orgId: organizationIdFor(organization), roles: named };
}
