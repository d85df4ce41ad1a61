import { describe, expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import fc from 'fast-check';
import { aPost, aReport, anActor, anAnalysis, NOON, taking } from '../../../test/post.builder.ts';
import { DEFAULT_HOUSE_RULES } from './house-rules.ts';
import type { PostEvent } from './post-events.ts';
import type { PostState } from './post-state.ts';
import type { PostStatus } from './post-status.ts';
import type { Post } from './post.ts';

const author = anActor();
const home = (place: object) => ({ lat: 0, lng: 0, ...place });

/** Everything that can be done to a post, by name. */
const ACTS = {
  resolve: (post: Post, now: Date) => post.resolve('returned', null, author, now),
  expire: (post: Post, now: Date) => post.expire(author, now),
  reactivate: (post: Post, now: Date) => post.reactivate(DEFAULT_HOUSE_RULES, author, now),
  delete: (post: Post, now: Date) => post.delete(author, now),
  pass: (post: Post, now: Date) => post.pass(now),
  retitle: (post: Post, now: Date) => post.edit({ title: `At ${now.getTime()}` }, home, author, now),
  sameTitle: (post: Post, now: Date) => post.edit({ title: post.state.title }, home, author, now),
  move: (post: Post, now: Date) =>
    post.edit({ location: { ...aReport().location, lat: (now.getTime() % 90_000) / 1000 } }, home, author, now),
  analyse: (post: Post, now: Date) =>
    post.takeAnalysis(anAnalysis({ version: now.getTime(), level: now.getTime() % 2 ? 'auto' : 'suggest' }), now),
  accept: (post: Post, now: Date) => post.acceptSuggestion(taking('category', 'tags'), author, now),
  undo: (post: Post, now: Date) => post.undoSuggestion(author, now),
} as const;

/** Where each act must lead from each state; undefined: refused. */
const TABLE: Record<PostStatus, Partial<Record<keyof typeof ACTS, PostStatus>>> = {
  active: { resolve: 'resolved', expire: 'expired', delete: 'deleted' },
  resolved: { reactivate: 'active', delete: 'deleted' },
  expired: { reactivate: 'active', delete: 'deleted' },
  deleted: {},
};
const MOVES = ['resolve', 'expire', 'reactivate', 'delete'] as const;

const sequences = fc.array(
  fc.tuple(
    fc.constantFrom(...(Object.keys(ACTS) as (keyof typeof ACTS)[])),
    fc.integer({ min: 1, max: 20 * 86_400_000 }),
  ),
  { maxLength: 40 },
);

type Told = readonly PostEvent[] | 'refused';

function attempt(act: () => PostEvent[]): Told {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) return 'refused';
    throw error;
  }
}

/** What is wrong about one act, in words; empty when all is as it must be. */
function faultsOf(name: keyof typeof ACTS, before: PostState, after: PostState, told: Told): string[] {
  const wanted = TABLE[before.status][name];
  const isMove = (MOVES as readonly string[]).includes(name);
  const isChange = told !== 'refused' && told.length > 0;
  const bare = (state: PostState) => JSON.stringify({ ...state, suggestion: null });
  const rules: Readonly<Record<string, boolean>> = {
    'leads elsewhere than the table says': wanted !== undefined && after.status !== wanted,
    'is let happen where the table has nothing': isMove && wanted === undefined && told !== 'refused',
    'changes something and tells nothing': !isChange && bare(after) !== bare(before),
    'tells more than one thing': isChange && told.length !== 1,
    'tells of another post than it leaves': isChange && told[0]?.post !== after,
    'is no new version, or more than one': isChange && after.version !== before.version + 1,
    'is not what the history says': isChange && after.lastChange.type !== told[0]?.type,
    'brings something back from the dead': before.status === 'deleted' && after !== before,
    'changes what never changes': after.kind !== 'lost' || after.authorId !== author.userId || after.orgId !== null,
    'leaves a closed post something to do': after.dueAt !== null && after.status !== 'active',
  };
  return Object.keys(rules)
    .filter((rule) => rules[rule])
    .map((rule) => `${name} ${rule}`);
}

describe('the life of a post, whatever is done to it in whichever order', () => {
  it('follows the table of states; each change is one version and one event that holds the post after it', () => {
    fc.assert(
      fc.property(sequences, (acts) => {
        const { post } = aPost();
        let now = NOON.getTime();
        const faults = acts.flatMap(([name, later]) => {
          const before = post.state;
          now += later;
          const told = attempt(() => ACTS[name](post, new Date(now)));
          return faultsOf(name, before, post.state, told);
        });
        expect(faults).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
