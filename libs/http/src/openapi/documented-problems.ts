import { PROBLEM_TYPE } from '../errors/problem.ts';

const content = { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } };

/** For `@ApiResponse(...)` on routes with a limit of their own. */
export const TOO_MANY_REQUESTS = {
  status: 429,
  description: 'Too Many Requests',
  headers: {
    'Retry-After': { description: 'In how many seconds it can be tried again.', schema: { type: 'integer' } },
  },
  content,
} as const;

/** For `@ApiResponse(...)` on routes that refuse what lies elsewhere: routes that take an Idempotency-Key have it anyway. */
export const UNPROCESSABLE = { status: 422, description: 'Unprocessable Entity', content } as const;

/** For `@ApiResponse(...)` on reads that a thing answers only in some of its states: what changes something has it anyway. */
export const CONFLICT = { status: 409, description: 'Conflict', content } as const;
