import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import fc from 'fast-check';
import { aContact, anApproval, OWNER, REQUESTER } from '../../../test/contact.builder.ts';
import { aPost, anActor, NOON } from '../../../test/post.builder.ts';
import type { ContactEvent } from './contact-events.ts';
import { ContactExchange } from './contact-exchange.ts';
import type { ContactState, ContactStatus } from './contact-state.ts';

const HOUR = 3_600_000;
const PEOPLE = [OWNER, REQUESTER, '0198c0de-0000-7000-8000-0000000000ff'] as const;

type Act = (exchange: ContactExchange, by: string, now: Date) => ContactEvent[];

/** Everything that can be done to an exchange, by name. */
const ACTS: Readonly<Record<string, Act>> = {
  approveOnce: (exchange, by, now) => exchange.approve(anApproval(now, { singleUse: true }), by, now),
  approve: (exchange, by, now) => exchange.approve(anApproval(now, { singleUse: false }), by, now),
  deny: (exchange, by, now) => exchange.deny('suspicious', by, now),
  cancel: (exchange, by, now) => exchange.cancel(by, now),
  reveal: (exchange, by, now) => exchange.reveal(by, now),
  pass: (exchange, _by, now) => exchange.pass('active', now),
  passResolved: (exchange, _by, now) => exchange.pass('resolved', now),
  passDeleted: (exchange, _by, now) => exchange.pass('deleted', now),
};

/** Where each act may lead from each state; what is not here is refused, or changes nothing. */
const TABLE: Readonly<Record<ContactStatus, Readonly<Record<string, ContactStatus>>>> = {
  pending: {
    approveOnce: 'approved',
    approve: 'approved',
    deny: 'denied',
    cancel: 'cancelled',
    pass: 'expired',
    passResolved: 'denied',
    passDeleted: 'expired',
  },
  approved: { reveal: 'approved', pass: 'expired', passResolved: 'expired', passDeleted: 'expired' },
  denied: {},
  cancelled: {},
  expired: {},
  revealed: {},
};
const SIDE: Readonly<Record<string, string>> = {
  approveOnce: OWNER,
  approve: OWNER,
  deny: OWNER,
  cancel: REQUESTER,
  reveal: REQUESTER,
};
const OPEN: readonly ContactStatus[] = ['pending', 'approved'];

interface Done {
  readonly name: string;
  readonly by: string;
  readonly now: Date;
  readonly told: readonly ContactEvent[] | 'refused';
}

/** What is wrong about one act, in words; empty when all is as it must be. */
function faultsOf({ name, by, now, told }: Done, before: ContactState, after: ContactState): string[] {
  const isChange = told !== 'refused' && told.length > 0;
  const once = before.approval?.singleUse === true && name === 'reveal';
  const wanted = once ? 'revealed' : TABLE[before.status][name];
  const rules: Readonly<Record<string, boolean>> = {
    'leads elsewhere than the table says': isChange && (wanted === undefined || after.status !== wanted),
    'is done by somebody whose turn it is not': isChange && SIDE[name] !== undefined && SIDE[name] !== by,
    'is done when it has run out': isChange && SIDE[name] !== undefined && before.expiresAt <= now,
    'changes something and tells nothing': !isChange && before !== after,
    'tells more than one thing, or of another exchange': isChange && (told.length !== 1 || told[0]?.exchange !== after),
    'is no new version, or more than one': isChange && after.version !== before.version + 1,
    'leaves a message or an envelope behind':
      !OPEN.includes(after.status) && (after.message !== null || after.sealed !== null),
    'has an envelope before it was approved': after.status === 'pending' && after.sealed !== null,
    'reveals twice what opens once': after.approval?.singleUse === true && after.revealCount > 1,
    'changes who they are': after.ownerId !== OWNER || after.requesterId !== REQUESTER,
    'shows longer than 72 hours': after.approval !== null && after.expiresAt.getTime() - now.getTime() > 72 * HOUR,
  };
  return Object.keys(rules)
    .filter((rule) => rules[rule])
    .map((rule) => `${name} ${rule}`);
}

function attempt(act: () => ContactEvent[]): Done['told'] {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) return 'refused';
    throw error;
  }
}

describe('a contact exchange, whatever its two people and others do in whichever order', () => {
  it('follows the table of states; each change is one version and one event', () => {
    const acts = fc.array(
      fc.tuple(
        fc.constantFrom(...Object.keys(ACTS)),
        fc.constantFrom(...PEOPLE),
        fc.integer({ min: 1, max: 60 * HOUR }),
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(acts, (sequence) => {
        const exchange = aContact();
        let at = NOON.getTime();
        const faults = sequence.flatMap(([name, by, later]) => {
          const before = exchange.state;
          at += later;
          const now = new Date(at);
          const told = attempt(() => ACTS[name]?.(exchange, by, now) ?? []);
          return faultsOf({ name, by, now, told }, before, exchange.state);
        });
        expect(faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('shows for 72 hours, and not a moment longer', () => {
    const until = (hours: number) => anApproval(NOON, { validUntil: new Date(NOON.getTime() + hours * HOUR) });
    expect(aContact().approve(until(72), OWNER, NOON)).toHaveLength(1);
    expect(() => aContact().approve(until(72.001), OWNER, NOON)).toThrow(/72 hours/);
    expect(() => aContact().approve(until(0), OWNER, NOON)).toThrow(/72 hours/);
    expect(() => aContact().approve(anApproval(NOON, { fields: [] }), OWNER, NOON)).toThrow(/at least one/);
  });

  it('tells a third person what it tells of an exchange that is not there', () => {
    expect(() => aContact().cancel(PEOPLE[2], NOON)).toThrow(/no part in it/);
    expect(() => aContact().cancel(OWNER, NOON)).toThrow(/who asked/);
  });

  it('is not for the author of the post, nor for a post that is over', () => {
    const asked = { id: 'x', requesterId: REQUESTER, fields: ['email'], message: null, sealedMessage: null } as const;
    const { post } = aPost({}, {}, anActor({ userId: OWNER }));
    expect(() => ContactExchange.request(post.state, { ...asked, requesterId: OWNER }, NOON)).toThrow(/your own post/);
    const claim = { id: 'x', requesterId: OWNER, matchId: 'm', claimId: 'c' };
    expect(ContactExchange.byClaim(post.state, claim, NOON)).toBeNull();
    post.resolve('returned', null, null, NOON);
    expect(() => ContactExchange.request(post.state, asked, NOON)).toThrow(/not active/);
    expect(ContactExchange.byClaim(post.state, { ...claim, requesterId: REQUESTER }, NOON)).toBeNull();
  });
});
