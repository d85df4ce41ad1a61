/** For who reads pictures in a process of its own: how it is spoken with, and what it must know before it decodes. */
export { assertNothingElse } from './anatomy/nothing-else.ts';
export { examine } from './decoding/clean-forms.ts';
export { imageTypeOf } from './image-type.ts';
export { IMAGE_LIMITS } from './image-limits.ts';
export { damaged, tooManyPixels } from './refusals.ts';
