export const LANGUAGES = ['en', 'es', 'fr', 'de', 'pt'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Of `pt-BR` the language; null for one that the lexicon does not speak. */
export function knownLanguage(tag: string): Language | null {
  const [spoken] = tag.toLowerCase().split(/[-_]/);
  return LANGUAGES.find((language) => language === spoken) ?? null;
}
