import type {
  ExportedRecords,
  ExportedSections,
  PersonalExport,
} from '../../../use-cases/privacy/export-personal-data.ts';
import { toConsentResponse } from './consents.response.ts';
import { toLinkedPhoto, toUpload } from './export-photo.response.ts';
import { toHeldPost } from './export-post.response.ts';
import { toAuditEntry, toClaim, toHeldContact, toMadeChange } from './export-records.response.ts';
import { type ExportResponse, FORMAT } from './export.response.ts';

type Section = keyof ExportedRecords;
type Told = { readonly [K in Section]: (record: ExportedRecords[K]) => ExportResponse[K][number] };

/** In this order. */
const TOLD: Told = {
  posts: (post) => ({ ...toHeldPost(post), photos: post.photos.map(toLinkedPhoto) }),
  postVersions: toHeldPost,
  changesOfOthers: toMadeChange,
  uploads: toUpload,
  contactExchanges: toHeldContact,
  verifiedClaims: toClaim,
  consents: toConsentResponse,
  keptAnswers: ({ expiresAt }) => ({ expiresAt: expiresAt.toISOString() }),
  auditEntries: toAuditEntry,
};
const SECTIONS = Object.keys(TOLD) as Section[];

/** One JSON object, a page of one section at a time: each is fetched when the one before was taken. */
export async function* textOf({ personId, at, dataKey, erasure, sections }: PersonalExport): AsyncGenerator<string> {
  const facts = { format: FORMAT, personId, exportedAt: at, dataKey, erasure: erasure && withoutId(erasure) };
  yield JSON.stringify(facts).slice(0, -1);
  for (const name of SECTIONS) {
    yield `,\n"${name}":[`;
    yield* recordsOf(name, sections);
    yield ']';
  }
  yield '}\n';
}

async function* recordsOf<K extends Section>(name: K, sections: ExportedSections): AsyncGenerator<string> {
  const told: Told[K] = TOLD[name];
  let between = '\n';
  for await (const page of sections[name]) {
    if (page.length === 0) continue;
    yield between + page.map((record) => JSON.stringify(told(record))).join(',\n');
    between = ',\n';
  }
}

function withoutId({ source, requestedAt, completedAt, counts }: NonNullable<PersonalExport['erasure']>) {
  return { source, requestedAt, completedAt, counts };
}
