import type { Delivery } from '../posts/post-upkeep.port.ts';
import type { Organization, Organizations } from './organizations.port.ts';

/** An organization joined, changed its rules or left. */
export class KeepOrganization {
  constructor(private readonly organizations: Organizations) {}

  async run(organization: Organization, delivery: Delivery): Promise<void> {
    await this.organizations.keep(organization, delivery);
  }

  async close(orgId: string, version: number, delivery: Delivery): Promise<void> {
    await this.organizations.close(orgId, version, delivery);
  }
}
