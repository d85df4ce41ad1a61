import type { ItemSecrets, SealedSecrets } from '../../domain/post/secrets.ts';

/** Closes secrets before anything keeps them: numbers become hashes that compare, the rest what fn-matcher opens. */
export interface SecretSealer {
  seal(postId: string, secrets: Partial<ItemSecrets>): Promise<Partial<SealedSecrets>>;
}
