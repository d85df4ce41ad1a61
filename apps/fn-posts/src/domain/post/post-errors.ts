import { DomainError, type FieldError } from '@foundnow/kernel';
import type { PostStatus } from './post-state.ts';

/** Also for a post that may not be seen: the two look the same. */
export function postNotFound(): DomainError {
  return new DomainError('post.not_found', 'missing', 'There is no such post, or you may not see it.');
}

export function postInvalid(fields: readonly FieldError[]): DomainError {
  return new DomainError('post.invalid', 'validation', 'The post has fields that cannot be right; see errors.', {
    fields,
  });
}

export function postNotYours(): DomainError {
  const detail = 'Only its author or the desk of its organization may change this post.';
  return new DomainError('post.not_yours', 'forbidden', detail);
}

export function postNotActive(status: PostStatus): DomainError {
  return new DomainError('post.not_active', 'conflict', `The post is ${status}; only an active one can be resolved.`);
}
