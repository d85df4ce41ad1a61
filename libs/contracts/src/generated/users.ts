// Generated from schemas/ by `npm run generate`. Change the schemas, not this file.

/** A person has an account. */
export interface UserRegistered {
  /** The person. */
  readonly userId: string;
  /** Organization of the person; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the person. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the person. */
  readonly language: string;
  /** Version of the person after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** user, service. */
  readonly accountType: string;
  /** Roles within orgId: user, staff, org_admin, admin. */
  readonly roles: readonly string[];
  /** Every organization of the person, orgId included; empty = only what orgId and roles say. */
  readonly memberships: readonly Membership[];
  /** JWE: name, e-mail address, phone number and which of them are verified; null in an update = as before. Only notifications opens it. */
  readonly sealedContact: string | null;
  /** Decisions that stand, one per purpose. */
  readonly consents: readonly Consent[];
}

/** Who may read. What a reader does not know it treats as private. */
export type Visibility = 'unknown' | 'public' | 'organization' | 'private';

/** What a person is in one organization. */
export interface Membership {
  /** The organization. */
  readonly orgId: string;
  /** Roles within it: user, staff, org_admin, admin. */
  readonly roles: readonly string[];
}

/** One decision on one purpose. */
export interface Consent {
  /** area_alerts, news. */
  readonly purpose: string;
  /** Yes or no. */
  readonly granted: boolean;
  /** Text that was shown. */
  readonly policyVersion: string;
  /** When. Milliseconds since 1970, UTC. */
  readonly decidedAt: number;
}

/** An account changed. */
export interface UserUpdated {
  /** The person. */
  readonly userId: string;
  /** Organization of the person; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the person. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the person. */
  readonly language: string;
  /** Version of the person after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** user, service. */
  readonly accountType: string;
  /** Roles within orgId: user, staff, org_admin, admin. */
  readonly roles: readonly string[];
  /** Every organization of the person, orgId included; empty = only what orgId and roles say. */
  readonly memberships: readonly Membership[];
  /** JWE: name, e-mail address, phone number and which of them are verified; null in an update = as before. Only notifications opens it. */
  readonly sealedContact: string | null;
  /** Decisions that stand, one per purpose. */
  readonly consents: readonly Consent[];
  /** Names of the fields that differ from the version before. */
  readonly changedFields: readonly string[];
}

/** A person is to be forgotten: each service destroys what it holds. */
export interface UserErased {
  /** The person. */
  readonly userId: string;
  /** Organization of the person; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the person. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the person. */
  readonly language: string;
  /** Version of the person after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Why: request, inactivity, legal. */
  readonly reason: string;
  /** When it was asked for. Milliseconds since 1970, UTC. */
  readonly requestedAt: number;
  /** When all has to be gone. Milliseconds since 1970, UTC. */
  readonly completeBy: number;
}

/** An organization joined. */
export interface OrganizationCreated {
  /** The organization; the same as orgId. */
  readonly organizationId: string;
  /** Organization of the organization; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the organization. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the organization. */
  readonly language: string;
  /** Version of the organization after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** As the public knows it. */
  readonly name: string;
  /** active, suspended. */
  readonly status: string;
  /** House rules. */
  readonly settings: OrganizationSettings;
}

/** House rules. */
export interface OrganizationSettings {
  /** Days until a post expires; 0 = never. */
  readonly postExpiryDays: number;
  /** Days until a resolved post is anonymised; 0 = never. */
  readonly retentionDays: number;
  /** A found item needs a photo. */
  readonly photoRequired: boolean;
  /** approve, staff_only, none. */
  readonly contactPolicy: string;
  /** Of new posts. */
  readonly defaultVisibility: Visibility;
  /** Where and when items are handed out. */
  readonly pickupInstructions: string | null;
  /** Where to be told. */
  readonly webhooks: readonly Webhook[];
}

/** Where the organization wants to be told. */
export interface Webhook {
  /** The webhook. */
  readonly webhookId: string;
  /** HTTPS address. */
  readonly url: string;
  /** Notification kinds; empty = all. */
  readonly kinds: readonly string[];
  /** Switched on. */
  readonly active: boolean;
  /** JWE: key that signs the calls. Only notifications opens it. */
  readonly sealedSecret: string | null;
}

/** An organization changed; carries all of it. */
export interface OrganizationUpdated {
  /** The organization; the same as orgId. */
  readonly organizationId: string;
  /** Organization of the organization; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the organization. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the organization. */
  readonly language: string;
  /** Version of the organization after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** As the public knows it. */
  readonly name: string;
  /** active, suspended. */
  readonly status: string;
  /** House rules. */
  readonly settings: OrganizationSettings;
  /** Names of the fields that differ from the version before. */
  readonly changedFields: readonly string[];
}

/** An organization left. */
export interface OrganizationDeleted {
  /** The organization; the same as orgId. */
  readonly organizationId: string;
  /** Organization of the organization; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the organization. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the organization. */
  readonly language: string;
  /** Version of the organization after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** Why: request, contract_ended, abuse. */
  readonly reason: string;
}
