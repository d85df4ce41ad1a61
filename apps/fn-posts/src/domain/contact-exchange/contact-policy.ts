import type { Intake } from '../post/post-state.ts';

/** What an organization decided about contact for its posts. */
export type ContactPolicy = 'approve' | 'staff_only' | 'none';

export interface ContactRules {
  readonly isOpen: boolean;
  /** As its settings name it. */
  readonly contactPolicy: string;
}

/** What is not known is treated as the strictest. Without rules, authors decide alone. */
export function contactPolicyOf(rules: ContactRules | undefined): ContactPolicy {
  if (rules === undefined) return 'approve';
  const { isOpen, contactPolicy } = rules;
  if (!isOpen) return 'none';
  return contactPolicy === 'approve' || contactPolicy === 'staff_only' ? contactPolicy : 'none';
}

/** Of what a member reported for herself nobody at the desk is the author, who alone could answer. */
export function isContactOffered(policy: ContactPolicy, { intake }: { readonly intake: Intake }): boolean {
  return policy === 'approve' || (policy === 'staff_only' && intake !== 'self');
}
