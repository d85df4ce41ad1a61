const DATA = { en: 'eng', es: 'spa', fr: 'fra', de: 'deu', pt: 'por' } as const;

/** Language data that a post's language asks for; English is on things everywhere. */
export function languagesFor(tag: string): readonly string[] {
  const primary = tag.toLowerCase().split('-', 1)[0] ?? '';
  const own = Object.entries(DATA).find(([language]) => language === primary)?.[1];
  return own === undefined || own === 'eng' ? ['eng'] : ['eng', own];
}
