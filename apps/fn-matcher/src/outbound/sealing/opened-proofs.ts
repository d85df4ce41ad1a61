import type { Database } from '@foundnow/postgres';
import { z } from 'zod';
import { photoProofs, type PhotoHint } from '../../domain/claim/answers/photo-proofs.ts';
import type { Proof } from '../../domain/claim/answers/proof.ts';
import type { Proofs } from '../../use-cases/claims/proofs.port.ts';
import type { ReadableSeals } from './readable-seals.ts';

const SEALED = `select sealed_proof, sealed_hints from matcher.post where post_id = $1 and status <> 'deleted'`;
const MOST_QUESTIONS = 5;
const MOST_PHOTOS = 20;

const pairs = z.array(z.object({ question: z.string(), answer: z.string() }));
const photos = z.array(z.object({ photoId: z.string(), hints: z.string() }));
const hints = z.array(z.object({ kind: z.string(), value: z.string(), confidence: z.number() }));

interface SealedRow {
  readonly sealed_proof: string | null;
  readonly sealed_hints: string | null;
}

/** Opened when a claim asks for it, and kept nowhere. What does not open asks nothing, and people decide. */
export class OpenedProofs implements Proofs {
  constructor(
    private readonly database: Database,
    private readonly seals: ReadableSeals,
  ) {}

  async of(postId: string): Promise<readonly Proof[]> {
    const [row] = await this.database.read({ worker: 'decider' }, (tx) => tx.query<SealedRow>(SEALED, [postId]));
    if (row === undefined) return [];
    const asked = await this.seals.read(
      row.sealed_proof,
      { topic: 'posts.events', field: 'sealedProof', subject: postId },
      pairs,
    );
    const byPerson = (asked ?? []).slice(0, MOST_QUESTIONS).map(({ question, answer }): Proof => {
      return { source: 'person', question, about: null, expected: [answer] };
    });
    return [...byPerson, ...photoProofs(await this.hintsOf(postId, row.sealed_hints))];
  }

  private async hintsOf(postId: string, sealed: string | null): Promise<PhotoHint[]> {
    const place = { topic: 'media-ai.events', field: 'sealedHints', subject: postId };
    const ofPhotos = (await this.seals.read(sealed, place, photos)) ?? [];
    const read = ofPhotos.slice(0, MOST_PHOTOS).map(({ hints: closed }) => this.seals.read(closed, place, hints));
    return (await Promise.all(read)).flatMap((found) => found ?? []);
  }
}
