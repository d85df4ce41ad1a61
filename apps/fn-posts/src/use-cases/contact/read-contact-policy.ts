import { type ContactPolicy, contactPolicyOf } from '../../domain/contact-exchange/contact-policy.ts';
import type { Organizations } from '../organizations/organizations.port.ts';
import { contactRulesOf } from '../organizations/contact-rules-of.ts';

/** How the organization of a post wants contact to be given. */
export class ReadContactPolicy {
  constructor(private readonly organizations: Pick<Organizations, 'find'>) {}

  async run(orgId: string | null): Promise<ContactPolicy> {
    return contactPolicyOf(orgId === null ? undefined : contactRulesOf(await this.organizations.find(orgId)));
  }
}
