import { uuidv7 } from '@foundnow/kernel';
import type { Actor } from '../src/domain/actor.ts';
import type { Photo } from '../src/domain/photo/photo.ts';
import { DEFAULT_HOUSE_RULES, type HouseRules } from '../src/domain/post/house-rules.ts';
import { makeReference } from '../src/domain/post/item-reference.ts';
import type { PostEvent } from '../src/domain/post/post-events.ts';
import type { ItemReport } from '../src/domain/post/item-report.ts';
import type { PostIdentity } from '../src/domain/post/new-post.ts';
import { Post } from '../src/domain/post/post.ts';
import { NO_SECRETS, type SealedSecrets } from '../src/domain/post/secrets.ts';
import {
  type Analysis,
  PROPOSED_FIELDS,
  type ProposedField,
  type TakenSuggestion,
} from '../src/domain/post/analysis.ts';

export const NOON = new Date('2026-03-01T12:00:00Z');

/** A blue backpack, lost at a station; say only what matters to the test. */
export function aReport(different: Partial<ItemReport> = {}): ItemReport {
  return {
    kind: 'lost',
    title: 'Blue backpack',
    description: 'Left on the bench at platform 7.',
    category: 'bags.backpack',
    tags: [],
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

/** As if its owner had given a serial number and a proof. */
export const SEALED: SealedSecrets = {
  identifiers: [{ type: 'serial', keyedHash: 'JDUhga2NOa45E01b', hashKeyId: 'identifiers-1' }],
  sealedIdentifiers: 'sealed.identifiers',
  proofQuestions: ['What is in the front pocket?'],
  sealedProof: 'sealed.proof',
};

export interface PostCircumstances {
  readonly secrets?: SealedSecrets;
  readonly house?: HouseRules;
  readonly now?: Date;
  readonly photos?: readonly Photo[];
}

/** A post that was just reported, with what happened. */
export function aPost(
  report: Partial<ItemReport> = {},
  identity: Partial<PostIdentity> = {},
  by: Actor = anActor(),
  { secrets = NO_SECRETS, house = DEFAULT_HOUSE_RULES, now = NOON, photos = [] }: PostCircumstances = {},
): { post: Post; events: PostEvent[] } {
  const made = { report: aReport(report), photos, secrets, identity: anIdentity(identity), house, batch: null };
  return Post.report(made, by, now);
}

/** An analysis that proposes a category, words and a text. */
export function anAnalysis(different: Partial<Analysis> = {}): Analysis {
  return {
    analysisId: '0198c0de-0000-7000-8000-0000000000a1',
    version: 1,
    photosVersion: 1,
    level: 'suggest',
    proposed: { category: 'bags.suitcase', description: 'A blue suitcase.', tags: ['suitcase', 'blue'] },
    ...different,
  };
}

/** All that {@link anAnalysis} proposes, or these fields of it. */
export function taking(...fields: readonly ProposedField[]): TakenSuggestion {
  return { analysisId: anAnalysis().analysisId, fields: fields.length > 0 ? fields : PROPOSED_FIELDS };
}
