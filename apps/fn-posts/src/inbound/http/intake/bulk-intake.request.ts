import { checkInput } from '@foundnow/http';
import { DomainError } from '@foundnow/kernel';
import { z } from 'zod';
import type { ReportRequest } from '../../../use-cases/posts/draft-post.ts';
import { reportItemRequest, toReportRequest } from '../posts/report-item.request.ts';

export const MOST_ITEMS = 200;
/** Twice what the longest item takes, for letters that JSON spells in six. */
export const MOST_BYTES = 4_000_000;

const foundItem = reportItemRequest.extend({ kind: z.literal('found').default('found') });
const { $schema: _, ...foundItemSchema } = z.toJSONSchema(foundItem, { io: 'input', unrepresentable: 'any' });

/** `POST /posts/bulk`. Each item is checked by itself, so that one that is wrong does not keep the others out. */
export const bulkIntakeRequest = z.strictObject({
  items: z.array(z.unknown().meta(foundItemSchema)).min(1).max(MOST_ITEMS),
});

export type BulkIntakeRequest = z.infer<typeof bulkIntakeRequest>;

/** An item as it was understood, or the refusal that it would get alone. */
export function toItem(written: unknown): ReportRequest | DomainError {
  try {
    return toReportRequest(checkInput(foundItem, written));
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
