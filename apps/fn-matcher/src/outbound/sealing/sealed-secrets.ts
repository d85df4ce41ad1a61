import { DomainError } from '@foundnow/kernel';
import { z } from 'zod';
import type { Opener, SealedPlace } from '@foundnow/crypto';
import type { ItemIdentifier } from '../../domain/item/item.ts';
import type { HashedIdentifier, SecretReader } from '../../use-cases/posts/secret-reader.port.ts';
import type { IdentifierHashes } from './identifier-hashes.ts';

const numbers = z.array(z.object({ type: z.string(), value: z.string() }));
const photos = z.array(z.object({ photoId: z.string(), hints: z.string() }));
const hints = z.array(z.object({ kind: z.string(), value: z.string() }));
/** Kinds of hints that are somebody's one number. */
const NUMBERS = new Set(['imei', 'serial', 'asset-tag', 'document-number']);

/** A value that cannot be opened is done without, and said so: no retry makes it readable. */
export class SealedSecrets implements SecretReader {
  constructor(
    private readonly opener: Opener,
    private readonly hashes: IdentifierHashes,
    private readonly onUnreadable: (error: unknown) => void,
  ) {}

  async identifiersOf(postId: string, hashed: readonly HashedIdentifier[], sealed: string | null) {
    const place = { topic: 'posts.events', field: 'sealedIdentifiers', subject: postId };
    const opened = sealed === null ? [] : ((await this.open(sealed, place, numbers)) ?? []);
    const ours = opened.map(({ type, value }) => this.hashes.of(type, value));
    const theirs = hashed.map(({ type, keyedHash, hashKeyId }) => {
      return { type, exact: [`${hashKeyId}:${keyedHash}`], near: [] };
    });
    return [...ours, ...theirs];
  }

  async readFrom(postId: string, sealedHints: string | null): Promise<readonly ItemIdentifier[]> {
    const place = { topic: 'media-ai.events', field: 'sealedHints', subject: postId };
    const ofPhotos = sealedHints === null ? null : await this.open(sealedHints, place, photos);
    const read: ItemIdentifier[] = [];
    for (const { hints: closed } of ofPhotos ?? []) {
      for (const { kind, value } of (await this.open(closed, place, hints)) ?? []) {
        if (NUMBERS.has(kind)) read.push(this.hashes.of(`read-${kind}`, value));
      }
    }
    return read;
  }

  private async open<T>(sealed: string, place: SealedPlace, shape: z.ZodType<T>): Promise<T | null> {
    try {
      const read = shape.safeParse(await this.opener.open(sealed, place));
      if (read.success) return read.data;
      throw new DomainError('sealed.malformed', 'internal', `What was sealed as ${place.field} has another form.`);
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'internal') throw error;
      this.onUnreadable(error);
      return null;
    }
  }
}
