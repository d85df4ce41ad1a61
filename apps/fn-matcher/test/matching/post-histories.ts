import { uuidv7 } from '@foundnow/kernel';
import type { PostPhoto } from '../../src/domain/post/known-post.ts';
import type { Delivery } from '../../src/use-cases/posts/post-intake.port.ts';
import type { MatchingUnderTest } from './matching-under-test.ts';
import { aDelivery, anAnalysis, aSaid, HOUR, NOON, type Said } from './told.builder.ts';

/** Something that is told of a post, to whichever replica takes it. */
export interface Told {
  readonly postId: string;
  readonly to: (matching: MatchingUnderTest) => Promise<void>;
}

const CATEGORIES = ['bags.backpack', 'bags.handbag', 'wallets.purse', 'other.other'];
const METERS_PER_DEGREE = 111_195;

/** The lives of a few posts in one quarter of a city: some are one item, many may be. */
export function postHistories(posts: number, random: () => number): Told[][] {
  return Array.from({ length: posts }, (_, at) => history(at % 2 === 0 ? 'lost' : 'found', random));
}

function history(kind: 'lost' | 'found', random: () => number): Told[] {
  const postId = uuidv7.next();
  const told: Told[] = [];
  let photos: readonly PostPhoto[] = [];
  let photosVersion = 1;
  let analyses = 0;
  const add = (tell: (matching: MatchingUnderTest, delivery: Delivery) => Promise<void>) => {
    const delivery = aDelivery();
    told.push({ postId, to: (matching) => tell(matching, delivery) });
  };
  const whole = (version: number) => {
    const said = anySaid(kind, random);
    const shown = { version: photosVersion, list: photos };
    add(({ intake }, delivery) =>
      intake.take({ postId, version, said, status: 'active', photos: shown }, delivery, new Date()),
    );
  };
  const changes = {
    edit: whole,
    snapshot: whole,
    photo: (version: number) => {
      photosVersion = version;
      photos = random() < 0.3 ? photos.slice(1) : [...photos, { photoId: crypto.randomUUID(), publicKey: null }];
      const shown = { version, list: photos };
      add(({ intake }, delivery) => intake.take({ postId, version, photos: shown }, delivery, new Date()));
    },
    analysis: () => {
      analyses += 1;
      const category = { value: CATEGORIES[Math.floor(4 * random())] ?? '', confidence: 0.9 };
      const { analysis, ...empty } = anAnalysis(postId, { version: analyses, photosVersion });
      const news = { ...empty, analysis: { ...analysis, category, photos } };
      add(({ intake }, delivery) => intake.takeAnalysis(news, delivery, new Date()));
    },
    end: (version: number) => {
      const status = random() < 0.5 ? 'resolved' : 'expired';
      add(({ intake }, delivery) => intake.take({ postId, version, status }, delivery, new Date()));
    },
    removal: () => {
      add(({ intake }, delivery) => intake.remove({ postId, reason: 'post_deleted' }, delivery, new Date()));
    },
  };
  whole(1);
  const usual = ['edit', 'edit', 'snapshot', 'photo', 'photo', 'analysis', 'analysis', 'end'] as const;
  const count = Math.floor(6 * random());
  for (let version = 2; version < 2 + count; version += 1) {
    const change = usual[Math.floor(usual.length * random())] ?? 'edit';
    changes[change](version);
  }
  if (random() < 0.1) changes.removal();
  return told;
}

function anySaid(kind: 'lost' | 'found', random: () => number): Said {
  const hours = Math.floor(48 * random()) + (kind === 'found' ? 12 : 0);
  const from = NOON + hours * HOUR;
  const spot = (most: number) => Math.floor(4 * random()) * (most / METERS_PER_DEGREE);
  return aSaid(kind, {
    category: CATEGORIES[Math.floor(4 * random())] ?? '',
    place: { lat: 40.4 + spot(150), lng: -3.7 + spot(150), accuracyMeters: null },
    radiusMeters: random() < 0.8 ? 200 : 1_500,
    occurredFrom: from,
    occurredTo: from + HOUR,
    reportedAt: from + 2 * HOUR,
    identifiers: random() < 0.3 ? [{ type: 'serial', exact: [`s${Math.floor(3 * random())}`], near: [] }] : [],
  });
}
