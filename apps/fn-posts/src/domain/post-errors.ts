import { DomainError, type FieldError } from '@foundnow/kernel';

export function postNotFound(): DomainError {
  return new DomainError('post.not_found', 'missing', 'There is no such post, or you may not see it.');
}

export function postInvalid(fields: readonly FieldError[]): DomainError {
  return new DomainError('post.invalid', 'validation', 'The post has fields that cannot be right; see errors.', {
    fields,
  });
}
