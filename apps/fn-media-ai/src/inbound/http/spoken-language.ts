import type { ApiHeaderOptions } from '@nestjs/swagger';

const SPOKEN = ['en', 'es', 'fr', 'de', 'pt'] as const;
export type SpokenLanguage = (typeof SPOKEN)[number];

export const ACCEPT_LANGUAGE_HEADER: ApiHeaderOptions = {
  name: 'Accept-Language',
  required: false,
  description: 'In which colors have their `word`: the one of en, es, fr, de, pt that is asked for most, else English.',
};

/** The language that somebody would rather read than others of the five. */
export function spokenLanguage(accepted: string | undefined): SpokenLanguage {
  const wishes = (accepted ?? '').split(',').map(wishIn);
  const [best] = wishes.filter(({ weight }) => weight > 0).toSorted((one, other) => other.weight - one.weight);
  return best?.language ?? 'en';
}

/** Of none of the five: weight 0. */
function wishIn(range: string): { language: SpokenLanguage; weight: number } {
  const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const language = SPOKEN.find((each) => each === tag.split('-')[0]);
  const [, weight = '1'] = parameters.map((each) => /^q=([01](?:\.\d{0,3})?)$/.exec(each)).find(Boolean) ?? [];
  return language === undefined ? { language: 'en', weight: 0 } : { language, weight: Number(weight) };
}
