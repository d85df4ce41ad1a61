import { z } from 'zod';

const tokens = z.int().min(0);

/** The part of a message that is looked at. The SDK gives its types on trust; what stands between may be anything. */
export const messageShape = z.object({
  type: z.literal('message'),
  stop_reason: z.string().nullable(),
  content: z.array(z.object({ type: z.string(), text: z.string().optional() })),
  usage: z.object({
    input_tokens: tokens,
    output_tokens: tokens,
    cache_creation_input_tokens: tokens.nullish(),
    cache_read_input_tokens: tokens.nullish(),
  }),
});

export type ClaudeMessage = z.infer<typeof messageShape>;

/** Thinking and whatever else a message may hold aside. */
export function saidIn({ content }: ClaudeMessage): string {
  return content.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join('');
}

export function inputTokens({ usage }: ClaudeMessage): number {
  return usage.input_tokens + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0);
}
