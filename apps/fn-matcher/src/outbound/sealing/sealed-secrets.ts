import { z } from 'zod';
import type { ItemIdentifier } from '../../domain/item/item.ts';
import type { HashedIdentifier, SecretReader } from '../../use-cases/posts/secret-reader.port.ts';
import type { IdentifierHashes } from './identifier-hashes.ts';
import type { ReadableSeals } from './readable-seals.ts';

const numbers = z.array(z.object({ type: z.string(), value: z.string() }));
const photos = z.array(z.object({ photoId: z.string(), hints: z.string() }));
const hints = z.array(z.object({ kind: z.string(), value: z.string() }));
/** Kinds of hints that are somebody's one number. */
const NUMBERS = new Set(['imei', 'serial', 'asset-tag', 'document-number']);

/** Serial numbers are compared by keyed hashes: what was opened is kept nowhere. */
export class SealedSecrets implements SecretReader {
  constructor(
    private readonly seals: ReadableSeals,
    private readonly hashes: IdentifierHashes,
  ) {}

  async identifiersOf(postId: string, hashed: readonly HashedIdentifier[], sealed: string | null) {
    const place = { topic: 'posts.events', field: 'sealedIdentifiers', subject: postId };
    const opened = (await this.seals.read(sealed, place, numbers)) ?? [];
    const ours = opened.map(({ type, value }) => this.hashes.of(type, value));
    const theirs = hashed.map(({ type, keyedHash, hashKeyId }) => {
      return { type, exact: [`${hashKeyId}:${keyedHash}`], near: [] };
    });
    return [...ours, ...theirs];
  }

  async readFrom(postId: string, sealedHints: string | null): Promise<readonly ItemIdentifier[]> {
    const place = { topic: 'media-ai.events', field: 'sealedHints', subject: postId };
    const ofPhotos = await this.seals.read(sealedHints, place, photos);
    const read: ItemIdentifier[] = [];
    for (const { hints: closed } of ofPhotos ?? []) {
      for (const { kind, value } of (await this.seals.read(closed, place, hints)) ?? []) {
        if (NUMBERS.has(kind)) read.push(this.hashes.of(`read-${kind}`, value));
      }
    }
    return read;
  }
}
