import { type ApprovedContact, ContactExchange } from '../src/domain/contact-exchange/contact-exchange.ts';
import { aPost, anActor, NOON } from './post.builder.ts';

export const OWNER = '0198c0de-0000-7000-8000-0000000000b1';
export const REQUESTER = '0198c0de-0000-7000-8000-0000000000b2';

/** Somebody has just asked for contact. */
export function aContact(): ContactExchange {
  const { post } = aPost({}, {}, anActor({ userId: OWNER }));
  const asked = {
    id: '0198c0de-0000-7000-8000-0000000000c1',
    requesterId: REQUESTER,
    fields: ['email'],
    message: 'It is mine.',
    sealedMessage: 'sealed.message',
  } as const;
  return ContactExchange.request(post.state, asked, NOON).exchange;
}

export function anApproval(now: Date, different: Partial<ApprovedContact> = {}): ApprovedContact {
  return {
    fields: ['email'],
    singleUse: true,
    validUntil: new Date(now.getTime() + 24 * 3_600_000),
    sealed: { envelope: 'fe1.sealed', tokenHash: null },
    sealedRevealToken: null,
    ...different,
  };
}
