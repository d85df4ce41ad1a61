import type { ContactRules } from '../../domain/contact-exchange/contact-policy.ts';
import type { Organization } from './organizations.port.ts';

export function contactRulesOf(organization: Organization | undefined): ContactRules | undefined {
  if (organization === undefined) return undefined;
  const { settings, status } = organization;
  return { isOpen: status === 'active', contactPolicy: settings.contactPolicy };
}
