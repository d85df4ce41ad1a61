import { pageOf } from '@foundnow/http';
import { z } from 'zod';
import type { HistoryEntry } from '../../../domain/post/history.ts';
import { postResponse, toPostResponse } from './post.response.ts';

const historyEntryResponse = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  change: z.enum([
    'reported',
    'edited',
    'photo_added',
    'photo_removed',
    'resolved',
    'expiring',
    'expired',
    'reactivated',
    'deleted',
  ]),
  by: z.enum(['author', 'staff', 'system']),
  byId: z.uuid().nullable().describe('For the desk; others are told their own id only.'),
  reason: z.string().nullable(),
  fields: z.array(z.string()),
  post: postResponse,
});

export const historyResponse = pageOf(historyEntryResponse);

export function toHistoryEntryResponse({
  post,
  at,
  fields,
  ...entry
}: HistoryEntry): z.infer<typeof historyEntryResponse> {
  return { ...entry, version: post.version, at: at.toISOString(), fields: [...fields], post: toPostResponse(post) };
}
