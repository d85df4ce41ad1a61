import { z } from 'zod';
import { consentResponse } from './consents.response.ts';
import { linkedPhotoResponse, uploadResponse } from './export-photo.response.ts';
import { heldPostResponse } from './export-post.response.ts';
import {
  answerResponse,
  auditEntryResponse,
  claimResponse,
  heldContactResponse,
  madeChangeResponse,
} from './export-records.response.ts';

const timestamp = z.iso.datetime();

export const FORMAT = 'foundnow.fn-posts.personal-data/1';

/** `GET /privacy/export` */
export const exportResponse = z.object({
  format: z.literal(FORMAT),
  personId: z.uuid(),
  exportedAt: timestamp,
  dataKey: z
    .object({ createdAt: timestamp, destroyedAt: timestamp.nullable() })
    .nullable()
    .describe('The key that contact data you give is closed with.'),
  erasure: z
    .object({
      source: z.enum(['person', 'event', 'operator']),
      requestedAt: timestamp,
      completedAt: timestamp.nullable(),
      counts: z.record(z.string(), z.int()),
    })
    .nullable()
    .describe('That you were erased; then nothing else is left but audit entries.'),
  posts: z
    .array(heldPostResponse.extend({ photos: z.array(linkedPhotoResponse) }))
    .describe('As they are, also those deleted a short while ago.'),
  postVersions: z.array(heldPostResponse).describe('As they were.'),
  changesOfOthers: z.array(madeChangeResponse).describe('What you did to posts of others.'),
  uploads: z.array(uploadResponse).describe('Photos that are in no post.'),
  contactExchanges: z.array(heldContactResponse),
  verifiedClaims: z.array(claimResponse),
  consents: z.array(consentResponse),
  keptAnswers: z.array(answerResponse),
  auditEntries: z
    .array(auditEntryResponse)
    .describe('What is noted for good: what you did, and what was done to your data.'),
});
export type ExportResponse = z.infer<typeof exportResponse>;
