import type { Organizations } from '../organizations/organizations.port.ts';

/** What an organization decided about contact for its posts. */
export type ContactPolicy = 'approve' | 'staff_only' | 'none';

export class ReadContactPolicy {
  constructor(private readonly organizations: Pick<Organizations, 'find'>) {}

  /** What is not known is treated as the strictest. */
  async run(orgId: string | null): Promise<ContactPolicy> {
    const organization = orgId === null ? undefined : await this.organizations.find(orgId);
    if (organization === undefined) return 'approve';
    const { settings, status } = organization;
    if (status !== 'active') return 'none';
    const { contactPolicy } = settings;
    return contactPolicy === 'approve' || contactPolicy === 'staff_only' ? contactPolicy : 'none';
  }
}
