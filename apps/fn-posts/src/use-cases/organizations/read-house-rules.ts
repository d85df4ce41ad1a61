import { DEFAULT_HOUSE_RULES, type HouseRules } from '../../domain/post/house-rules.ts';
import type { Organizations } from './organizations.port.ts';

/** What the organization that somebody acts for decided about its posts. */
export class ReadHouseRules {
  constructor(private readonly organizations: Organizations) {}

  async run(orgId: string | null): Promise<HouseRules> {
    const organization = orgId === null ? undefined : await this.organizations.find(orgId);
    if (organization === undefined) return DEFAULT_HOUSE_RULES;
    const { settings, status } = organization;
    return {
      expiryDays: settings.postExpiryDays,
      photoRequired: settings.photoRequired,
      defaultVisibility: settings.defaultVisibility,
      isOpen: status === 'active',
    };
  }
}
