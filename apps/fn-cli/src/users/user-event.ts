import type { EventMap, users } from '@foundnow/contracts';

/** What `fn user register` and `update` may say of a person; what is absent stays as it is. */
export interface UserChange {
  readonly timeZone?: string;
  readonly language?: string;
  /** Null: of none. */
  readonly orgId?: string | null;
  readonly roles?: readonly string[];
  readonly memberships?: readonly users.Membership[];
  /** Decisions that were made just now. */
  readonly consents?: readonly users.Consent[];
  readonly sealedContact?: string;
}

export type KnownUser = Pick<
  users.UserUpdated,
  'orgId' | 'timeZone' | 'language' | 'accountType' | 'roles' | 'memberships' | 'consents' | 'aggregateVersion'
>;

export type UserEvent =
  | { readonly name: 'user.registered'; readonly payload: EventMap['user.registered'] }
  | { readonly name: 'user.updated'; readonly payload: EventMap['user.updated'] };

export const NOBODY: KnownUser = {
  orgId: null,
  timeZone: 'UTC',
  language: 'en',
  accountType: 'user',
  roles: ['user'],
  memberships: [],
  consents: [],
  aggregateVersion: 0,
};

interface Request {
  readonly userId: string;
  readonly change: UserChange;
  readonly current: KnownUser | undefined;
  readonly now: number;
}

/** The whole person as she is from now on: consumers ask nobody. Her contact data alone stays where it was. */
export function userEvent({ userId, change, current, now }: Request): UserEvent {
  const before = current ?? NOBODY;
  const after = changed(before, change);
  const payload = {
    ...after,
    userId,
    visibility: 'private',
    aggregateVersion: versionAfter(before, now),
    occurredAt: now,
    actorId: null,
    sealedContact: change.sealedContact ?? null,
  } as const;
  if (current === undefined) return { name: 'user.registered', payload };
  const changedFields = Object.keys(after).filter((name) => differs(name as keyof typeof after, before, after));
  if (change.sealedContact !== undefined) changedFields.push('sealedContact');
  return { name: 'user.updated', payload: { ...payload, changedFields } };
}

/** There is no row to count on: time rises as well as a counter does, except for two changes within a millisecond. */
export function versionAfter({ aggregateVersion }: Pick<KnownUser, 'aggregateVersion'>, now: number): number {
  return Math.max(now, aggregateVersion + 1);
}

function changed(before: KnownUser, change: UserChange): Omit<KnownUser, 'aggregateVersion'> {
  const orgId = change.orgId === undefined ? before.orgId : change.orgId;
  const roles = change.roles ?? before.roles;
  const decided = new Set(change.consents?.map(({ purpose }) => purpose));
  return {
    orgId,
    timeZone: change.timeZone ?? before.timeZone,
    language: change.language ?? before.language,
    accountType: before.accountType,
    roles,
    memberships: withActive(change.memberships ?? before.memberships, orgId, roles),
    consents: [...before.consents.filter(({ purpose }) => !decided.has(purpose)), ...(change.consents ?? [])],
  };
}

/** Whoever names organizations names all of them, the active one included. */
function withActive(memberships: readonly users.Membership[], orgId: string | null, roles: readonly string[]) {
  if (memberships.length === 0 || orgId === null) return memberships;
  return [{ orgId, roles }, ...memberships.filter((each) => each.orgId !== orgId)];
}

function differs<T>(name: keyof T, before: T, after: T): boolean {
  return JSON.stringify(before[name]) !== JSON.stringify(after[name]);
}
