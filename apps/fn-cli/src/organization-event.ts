import type { EventMap, users } from '@foundnow/contracts';

/** What `fn org set` may change; what is absent stays. */
export interface OrganizationChange {
  readonly name?: string;
  readonly status?: string;
  readonly timeZone?: string;
  readonly language?: string;
  readonly expiryDays?: number;
  readonly retentionDays?: number;
  readonly photoRequired?: boolean;
  readonly contactPolicy?: string;
  readonly defaultVisibility?: users.Visibility;
  readonly pickup?: string;
}

type Known = Pick<users.OrganizationUpdated, 'name' | 'status' | 'timeZone' | 'language' | 'settings'>;

interface Request {
  readonly id: string;
  /** The name of a new organization that was given none. */
  readonly label: string;
  readonly change: OrganizationChange;
  readonly webhooks: readonly users.Webhook[] | undefined;
  readonly current: Known | undefined;
  readonly now: number;
}

export type OrganizationEvent =
  | { readonly name: 'organization.created'; readonly payload: EventMap['organization.created'] }
  | { readonly name: 'organization.updated'; readonly payload: EventMap['organization.updated'] };

const HOUSE_RULES: users.OrganizationSettings = {
  postExpiryDays: 30,
  retentionDays: 365,
  photoRequired: false,
  contactPolicy: 'approve',
  defaultVisibility: 'public',
  pickupInstructions: null,
  webhooks: [],
};

/** The whole organization as it is from now on: consumers ask nobody. */
export function organizationEvent({ id, label, change, webhooks, current, now }: Request): OrganizationEvent {
  const before: Known = current ?? {
    name: label,
    status: 'active',
    timeZone: 'UTC',
    language: 'en',
    settings: HOUSE_RULES,
  };
  const after: Known = {
    name: change.name ?? before.name,
    status: change.status ?? before.status,
    timeZone: change.timeZone ?? before.timeZone,
    language: change.language ?? before.language,
    settings: {
      postExpiryDays: change.expiryDays ?? before.settings.postExpiryDays,
      retentionDays: change.retentionDays ?? before.settings.retentionDays,
      photoRequired: change.photoRequired ?? before.settings.photoRequired,
      contactPolicy: change.contactPolicy ?? before.settings.contactPolicy,
      defaultVisibility: change.defaultVisibility ?? before.settings.defaultVisibility,
      pickupInstructions: change.pickup ?? before.settings.pickupInstructions,
      webhooks: webhooks ?? before.settings.webhooks,
    },
  };
  const payload = {
    ...after,
    organizationId: id,
    orgId: id,
    visibility: 'public',
    // There is no row to count on: time rises as well as a counter does.
    aggregateVersion: now,
    occurredAt: now,
    actorId: null,
  } as const;
  if (current === undefined) return { name: 'organization.created', payload };
  return { name: 'organization.updated', payload: { ...payload, changedFields: changedFields(before, after) } };
}

function changedFields(before: Known, after: Known): string[] {
  const flat = ({ settings, ...facts }: Known) => ({
    ...facts,
    ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [`settings.${name}`, value as unknown])),
  });
  const old = new Map<string, unknown>(Object.entries(flat(before)));
  return Object.entries(flat(after)).flatMap(([name, value]) =>
    JSON.stringify(value) === JSON.stringify(old.get(name)) ? [] : [name],
  );
}
