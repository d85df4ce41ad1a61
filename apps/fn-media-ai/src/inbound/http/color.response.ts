import { z } from 'zod';
import type { ItemColor } from '../../domain/analysis/analysis.ts';
import { colorWord } from '../../domain/photo/colors/color-words.ts';
import type { SpokenLanguage } from './spoken-language.ts';

export const colorResponse = z.object({
  name: z.string().describe('The same in every language, as events have it.'),
  word: z.string().describe('What people call it in the language of `Accept-Language`.'),
  share: z.number(),
  hex: z.string().nullable(),
});

export function toColor({ name, share, hex }: ItemColor, language: SpokenLanguage): z.infer<typeof colorResponse> {
  return { name, word: colorWord(name, language), share, hex };
}
