import { type RecipientKeys, sealFor } from '@foundnow/crypto';
import type { ItemSecrets, SealedSecrets } from '../../domain/post/secrets.ts';
import type { SecretSealer } from '../../use-cases/posts/secret-sealer.port.ts';
import type { IdentifierHashes } from './identifier-hashes.ts';

const RECIPIENT = 'matcher';
const TOPIC = 'posts.events';

/**
 * What only fn-matcher opens: `sealedIdentifiers` holds `[{type, value}]` in their one spelling, `sealedProof`
 * `[{question, answer}]`. Bound to post and field, so it travels unopened through every later event of the post.
 */
export class SealedForMatcher implements SecretSealer {
  constructor(
    private readonly keys: RecipientKeys,
    private readonly hashes: IdentifierHashes,
  ) {}

  async seal(postId: string, { identifiers, proof }: Partial<ItemSecrets>): Promise<Partial<SealedSecrets>> {
    return {
      ...(identifiers && {
        identifiers: identifiers.map((identifier) => this.hashes.of(identifier)),
        sealedIdentifiers: await this.close(postId, 'sealedIdentifiers', identifiers),
      }),
      ...(proof && {
        proofQuestions: proof.map(({ question }) => question),
        sealedProof: await this.close(postId, 'sealedProof', proof),
      }),
    };
  }

  private async close(subject: string, field: string, secrets: readonly object[]): Promise<string | null> {
    return secrets.length === 0 ? null : sealFor(this.keys, RECIPIENT, { topic: TOPIC, field, subject }, secrets);
  }
}
