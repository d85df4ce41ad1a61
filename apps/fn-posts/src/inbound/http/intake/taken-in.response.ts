import { refusalOf } from '@foundnow/http';
import { DomainError } from '@foundnow/kernel';
import { z } from 'zod';
import type { CreatedItem, TakenIn } from '../../../use-cases/intake/take-in-items.ts';

const fault = z.object({ path: z.string(), code: z.string(), detail: z.string() });

const index = z.int().describe('Which item of the request, from 0.');

export const createdItemResponse = z.object({
  index,
  outcome: z.literal('created'),
  id: z.uuid(),
  reference: z.string().nullable(),
  warnings: z.array(fault).describe('What was changed about the text before it was kept.'),
});

export const refusedItemResponse = z.object({
  index,
  outcome: z.literal('refused'),
  problem: z
    .object({ status: z.int(), code: z.string(), detail: z.string(), errors: z.array(fault).optional() })
    .describe('What POST /posts would have answered to it.'),
});

export const counts = {
  batchId: z.uuid().nullable().describe('What the created ones have in common; null when there are none.'),
  created: z.int(),
  refused: z.int(),
};

export const takenInResponse = z.object({
  ...counts,
  items: z.array(z.discriminatedUnion('outcome', [createdItemResponse, refusedItemResponse])),
});

export type TakenInResponse = z.infer<typeof takenInResponse>;
export type ItemResponse = TakenInResponse['items'][number];

export function toTakenInResponse({ batchId, results }: TakenIn): TakenInResponse {
  const created = results.filter((result) => !(result instanceof DomainError)).length;
  return {
    batchId: created > 0 ? batchId : null,
    created,
    refused: results.length - created,
    items: results.map(toItemResponse),
  };
}

function toItemResponse(result: CreatedItem | DomainError, at: number): ItemResponse {
  if (!(result instanceof DomainError)) {
    return { ...result, index: at, outcome: 'created', warnings: [...result.warnings] };
  }
  const { status, code, detail, fields = [] } = refusalOf(result);
  const errors = fields.length > 0 ? { errors: [...fields] } : {};
  return { index: at, outcome: 'refused', problem: { status, code, detail, ...errors } };
}
