import { uuidv7 } from '@foundnow/kernel';
import type { Actor } from '../src/domain/actor.ts';
import { makeReference } from '../src/domain/post/item-reference.ts';
import type { PostEvent } from '../src/domain/post/post-events.ts';
import type { ItemReport } from '../src/domain/post/post-state.ts';
import { Post, type PostIdentity } from '../src/domain/post/post.ts';

export const NOON = new Date('2026-03-01T12:00:00Z');

/** A blue backpack, lost at a station; say only what matters to the test. */
export function aReport(different: Partial<ItemReport> = {}): ItemReport {
  return {
    kind: 'lost',
    title: 'Blue backpack',
    description: 'Left on the bench at platform 7.',
    category: 'bags.backpack',
    attributes: { brand: 'Deuter', model: null, color: ['blue'], material: 'nylon', marks: null },
    location: { lat: 52.525, lng: 13.3694, accuracyMeters: 20, address: 'Main station, platform 7' },
    radiusMeters: 1000,
    occurredFrom: new Date('2026-02-27T08:00:00Z'),
    occurredTo: new Date('2026-02-27T09:00:00Z'),
    timeZone: 'Europe/Berlin',
    visibility: 'public',
    language: 'en',
    reward: null,
    ...different,
  };
}

export function anActor(different: Partial<Actor> = {}): Actor {
  return { userId: '0198c0de-0000-7000-8000-00000000000a', orgId: null, isStaff: false, ...different };
}

export function anIdentity(different: Partial<PostIdentity> = {}): PostIdentity {
  return { id: uuidv7.next(), reference: null, publicPlace: { lat: 52.5262, lng: 13.3711 }, ...different };
}

export function aReference(seed: number): string {
  return makeReference(Uint8Array.from({ length: 7 }, (_, i) => (seed >> i) & 0xff));
}

/** A post that was just reported, with what happened. */
export function aPost(
  report: Partial<ItemReport> = {},
  identity: Partial<PostIdentity> = {},
  by: Actor = anActor(),
): { post: Post; events: PostEvent[] } {
  return Post.report(aReport(report), anIdentity(identity), by, NOON);
}
