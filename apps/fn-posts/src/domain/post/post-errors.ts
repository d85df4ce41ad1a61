import { DomainError, type FieldError } from '@foundnow/kernel';
import type { PostStatus } from './post-status.ts';

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
  const detail = 'Only its author or the desk of its organization may do this with the post.';
  return new DomainError('post.not_yours', 'forbidden', detail);
}

export function transitionRefused(from: PostStatus, to: PostStatus): DomainError {
  if (from === to) return new DomainError(`post.already_${to}`, 'conflict', `The post is ${to} already.`);
  return new DomainError('post.state', 'conflict', `The post is ${from}, and cannot become ${to} from there.`);
}

export function notEditable(status: PostStatus, fields: readonly string[]): DomainError {
  const detail = `Of a post that is ${status}, these fields stay as they are: ${fields.join(', ')}. Reactivate it first.`;
  return new DomainError('post.not_editable', 'conflict', detail);
}

export function noSuggestion(): DomainError {
  return new DomainError('post.no_suggestion', 'conflict', 'There is no suggestion to decide on; read the post again.');
}

export function otherSuggestion(): DomainError {
  const detail = 'Another suggestion has come since you read this one; read the post again and decide on that.';
  return new DomainError('post.other_suggestion', 'conflict', detail);
}

export function deskOnly(): DomainError {
  const detail =
    'Only the desk of an organization does this: come with a token of its staff that names the organization.';
  return new DomainError('organization.desk_only', 'forbidden', detail);
}

export function organizationClosed(): DomainError {
  const detail = 'The organization that you act for takes in no posts at present; ask its administrator.';
  return new DomainError('organization.closed', 'forbidden', detail);
}
