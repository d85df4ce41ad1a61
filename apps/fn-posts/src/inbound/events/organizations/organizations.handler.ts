import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import { KeepOrganization } from '../../../use-cases/organizations/keep-organization.ts';
import type { Organization } from '../../../use-cases/organizations/organizations.port.ts';

@Controller()
export class OrganizationsHandler {
  constructor(private readonly keepOrganization: KeepOrganization) {}

  @OnEvent('organization.created')
  async onCreated(created: EventMap['organization.created'], context: EventContext): Promise<void> {
    await this.keepOrganization.run(organizationOf(created), context);
  }

  @OnEvent('organization.updated')
  async onUpdated(updated: EventMap['organization.updated'], context: EventContext): Promise<void> {
    await this.keepOrganization.run(organizationOf(updated), context);
  }

  @OnEvent('organization.deleted')
  async onDeleted(deleted: EventMap['organization.deleted'], context: EventContext): Promise<void> {
    await this.keepOrganization.close(deleted.organizationId, deleted.aggregateVersion, context);
  }
}

function organizationOf(event: EventMap['organization.created' | 'organization.updated']): Organization {
  const { settings } = event;
  return {
    orgId: event.organizationId,
    version: event.aggregateVersion,
    name: event.name,
    status: event.status,
    timeZone: event.timeZone,
    language: event.language,
    settings: {
      postExpiryDays: settings.postExpiryDays,
      retentionDays: settings.retentionDays,
      photoRequired: settings.photoRequired,
      contactPolicy: settings.contactPolicy,
      // What a reader does not know it treats as private.
      defaultVisibility: settings.defaultVisibility === 'unknown' ? 'private' : settings.defaultVisibility,
    },
  };
}
