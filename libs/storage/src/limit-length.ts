import { DomainError } from '@foundnow/kernel';

/** Passes a body on, and breaks it off where it becomes longer than `max` or ends before `min`. */
export async function* limitLength(
  body: AsyncIterable<Uint8Array>,
  min: number,
  max: number,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > max) throw tooLarge(max);
    yield chunk;
  }
  if (length < min) throw tooSmall(min);
}

export function tooLarge(max: number): DomainError {
  return new DomainError('storage.too_large', 'too-large', `At most ${max} bytes may be uploaded here.`);
}

export function tooSmall(min: number): DomainError {
  return new DomainError('storage.too_small', 'validation', `At least ${min} bytes must be uploaded here.`);
}
