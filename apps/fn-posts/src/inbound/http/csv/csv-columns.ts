import type { PostView } from '../../../domain/post/post-view.ts';
import { joined, split } from './csv-cells.ts';

/** What an export says beside the report; an import takes these columns and leaves them unread. */
const ABOUT = {
  id: ({ id }) => id,
  reference: ({ reference }) => reference,
  status: ({ status }) => status,
  createdAt: ({ createdAt }) => createdAt.toISOString(),
} satisfies Columns;

/** Named as in `POST /posts`. */
const REPORT = {
  kind: ({ kind }) => kind,
  title: ({ title }) => title,
  description: ({ description }) => description,
  category: ({ category }) => category,
  tags: ({ tags }) => joined(tags),
  'attributes.brand': ({ attributes }) => attributes.brand,
  'attributes.model': ({ attributes }) => attributes.model,
  'attributes.color': ({ attributes }) => joined(attributes.color),
  'attributes.material': ({ attributes }) => attributes.material,
  'attributes.marks': ({ attributes }) => attributes.marks,
  'location.lat': ({ place }) => place.lat,
  'location.lng': ({ place }) => place.lng,
  'location.accuracyMeters': ({ accuracyMeters }) => accuracyMeters,
  'location.address': ({ address }) => address,
  radiusMeters: ({ radiusMeters }) => radiusMeters,
  occurredFrom: ({ occurredFrom }) => occurredFrom.toISOString(),
  occurredTo: ({ occurredTo }) => occurredTo.toISOString(),
  timeZone: ({ timeZone }) => timeZone,
  visibility: ({ visibility }) => visibility,
  language: ({ language }) => language,
  'reward.amountMinor': ({ reward }) => reward?.amountMinor,
  'reward.currency': ({ reward }) => reward?.currency,
} satisfies Columns;

/** Numbers are sealed and uploads used up when they come in, so an export leaves them empty. */
const TAKEN_ONCE = { serial: () => null, imei: () => null, photoUploadIds: () => null } satisfies Columns;

type Columns = Readonly<Record<string, (post: PostView) => string | number | null | undefined>>;

const COLUMNS: Columns = { ...ABOUT, ...REPORT, ...TAKEN_ONCE };
export const COLUMN_NAMES: readonly string[] = Object.keys(COLUMNS);
export const REQUIRED_COLUMNS = [
  'title',
  'category',
  'location.lat',
  'location.lng',
  'occurredFrom',
  'occurredTo',
  'timeZone',
  'language',
] as const;

export function textsOf(post: PostView): string[] {
  return Object.values(COLUMNS).map((textOf) => String(textOf(post) ?? ''));
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i;

function idsIn(cell: string): string[] {
  return cell
    .split(';')
    .map((id) => id.trim())
    .filter((id) => id !== '');
}

/** What a row says, as `POST /posts/bulk` would have it. An empty cell says nothing. */
export function itemOf(row: ReadonlyMap<string, string>): object {
  const text = (name: string) => row.get(name) || undefined;
  const number = (name: string) => {
    const written = text(name)?.trim();
    return written !== undefined && NUMBER.test(written) ? Number(written) : written;
  };
  const list = (name: string) => split(text(name) ?? '');
  const within = (group: string, read: Readonly<Record<string, (name: string) => unknown>>) =>
    Object.fromEntries(Object.entries(read).map(([name, as]) => [name, as(`${group}.${name}`)]));
  const identifiers = (['serial', 'imei'] as const).flatMap((type) => {
    const value = text(type);
    return value === undefined ? [] : [{ type, value }];
  });
  const hasReward = text('reward.amountMinor') ?? text('reward.currency');
  return {
    kind: text('kind'),
    title: text('title'),
    description: text('description'),
    category: text('category'),
    tags: list('tags'),
    attributes: within('attributes', { brand: text, model: text, color: list, material: text, marks: text }),
    location: within('location', { lat: number, lng: number, accuracyMeters: number, address: text }),
    radiusMeters: number('radiusMeters'),
    occurredFrom: text('occurredFrom'),
    occurredTo: text('occurredTo'),
    timeZone: text('timeZone'),
    visibility: text('visibility'),
    language: text('language'),
    reward: hasReward === undefined ? undefined : within('reward', { amountMinor: number, currency: text }),
    identifiers,
    photoUploadIds: idsIn(text('photoUploadIds') ?? ''),
  };
}
