import type { HouseRules } from '../../domain/post/house-rules.ts';
import type { Delivery } from '../posts/post-upkeep.port.ts';

/** What fn-posts keeps of an organization, as its newest event tells it. */
export interface Organization {
  readonly orgId: string;
  readonly version: number;
  readonly name: string;
  /** active, suspended, and whatever words come later; only `active` is open. */
  readonly status: string;
  readonly timeZone: string;
  readonly language: string;
  readonly settings: OrganizationSettings;
}

export interface OrganizationSettings {
  readonly postExpiryDays: number;
  readonly retentionDays: number;
  readonly photoRequired: boolean;
  readonly contactPolicy: string;
  readonly defaultVisibility: HouseRules['defaultVisibility'];
}

export interface Organizations {
  /** Unless a newer version is known; once per delivery. */
  keep(organization: Organization, delivery: Delivery): Promise<void>;
  /** Gone for good, whatever else is still on its way. */
  close(orgId: string, version: number, delivery: Delivery): Promise<void>;
  /** For somebody who acts for it. Undefined: no event has told of it. */
  find(orgId: string): Promise<Organization | undefined>;
}
