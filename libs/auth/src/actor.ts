export const ROLES = ['user', 'staff', 'org_admin', 'admin', 'service'] as const;
export type Role = (typeof ROLES)[number];

/** Who is asking. It comes from a verified token and from nowhere else. */
export interface Actor {
  readonly userId: string;
  /** The one organization the actor acts for now. */
  readonly orgId: string | null;
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
  readonly type: 'user' | 'service';
  readonly sessionId: string;
  readonly tokenId: string;
}
