import { createHmac, timingSafeEqual } from 'node:crypto';
import { DomainError } from '@foundnow/kernel';
import type { z } from 'zod';

export interface CursorOptions<Position> {
  /** Names the listing; a cursor of one is none of another. Change it when the form of the position changes. */
  readonly listing: string;
  readonly position: z.ZodType<Position>;
  /** With one, nobody can make up a position. Without, a cursor is only kept from being changed by accident. */
  readonly secret?: string;
}

export interface Cursors<Position> {
  /** `filter`: what the listing was asked for; the cursor then holds for this filter only. */
  encode(position: Position, filter?: unknown): string;
  decode(cursor: string, filter?: unknown): Position;
}

const TAG_BYTES = 12;
const LONGEST = 1_024;

export function createCursors<Position>(options: CursorOptions<Position>): Cursors<Position> {
  const tagOf = (body: Buffer, filter: unknown): Buffer =>
    createHmac('sha256', options.secret ?? 'foundnow')
      .update(JSON.stringify([options.listing, filter ?? null]))
      .update(body)
      .digest()
      .subarray(0, TAG_BYTES);

  function open(cursor: string, filter: unknown): unknown {
    const bytes = Buffer.from(cursor, 'base64url');
    // Buffer passes over what is no base64url; then the cursor does not read the same backwards.
    if (cursor.length > LONGEST || bytes.length <= TAG_BYTES || bytes.toString('base64url') !== cursor)
      return undefined;
    const body = bytes.subarray(TAG_BYTES);
    if (!timingSafeEqual(bytes.subarray(0, TAG_BYTES), tagOf(body, filter))) return undefined;
    return JSON.parse(body.toString('utf8'));
  }

  return {
    encode(position, filter) {
      const body = Buffer.from(JSON.stringify(position));
      return Buffer.concat([tagOf(body, filter), body]).toString('base64url');
    },
    decode(cursor, filter) {
      const result = options.position.safeParse(open(cursor, filter));
      if (result.success) return result.data;
      const detail = 'This cursor does not belong to this listing. Start again without one.';
      throw new DomainError('cursor.invalid', 'validation', detail, {
        fields: [{ path: 'cursor', code: 'invalid', detail }],
      });
    },
  };
}
