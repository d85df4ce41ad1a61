import type { Language } from '../post.ts';

export interface Noun {
  readonly word: string;
  readonly gender: 'm' | 'f' | 'n';
  readonly isPlural: boolean;
}

/** How a noun phrase is used: as a heading, after an article, after "my". */
export type Use = 'bare' | 'a' | 'my';

/** `llaves.fp` → llaves, feminine, plural */
export function nounOf(entry: string): Noun {
  const dot = entry.lastIndexOf('.');
  if (dot < 0) return { word: entry, gender: 'n', isPlural: false };
  const form = entry.slice(dot + 1);
  const gender = form.startsWith('f') ? 'f' : form.startsWith('m') ? 'm' : 'n';
  return { word: entry.slice(0, dot), gender, isPlural: form.endsWith('p') };
}

/** An adjective as the noun wants it. `=word` never changes; `noir/noire` gives both genders. */
export function agree(language: Language, entry: string, noun: Noun, use: Use): string {
  if (entry.startsWith('=')) return entry.slice(1);
  if (language === 'en') return entry;
  if (language === 'de') return german(entry, noun, use);
  const [masculine = '', feminine] = entry.split('/');
  const single = noun.gender === 'f' ? (feminine ?? inA(language, masculine)) : masculine;
  return noun.isPlural ? plural(language, single) : single;
}

export function article(language: Language, noun: Noun, use: Use, next: string): string {
  if (use === 'bare') return '';
  const index = (noun.isPlural ? 2 : 0) + (noun.gender === 'f' ? 1 : 0);
  if (language === 'en') {
    if (use === 'my') return 'my ';
    return noun.isPlural ? 'some ' : /^[aeiou]/i.test(next) ? 'an ' : 'a ';
  }
  if (language === 'de') return germanArticle(noun, use);
  if (language === 'fr' && use === 'my' && index === 1 && /^[aeiouéèêhô]/i.test(next)) return 'mon ';
  return `${ARTICLES[language][use][index]} `;
}

const ARTICLES = {
  es: { a: ['un', 'una', 'unos', 'unas'], my: ['mi', 'mi', 'mis', 'mis'] },
  fr: { a: ['un', 'une', 'des', 'des'], my: ['mon', 'ma', 'mes', 'mes'] },
  pt: { a: ['um', 'uma', 'uns', 'umas'], my: ['o meu', 'a minha', 'os meus', 'as minhas'] },
} as const;

function germanArticle(noun: Noun, use: 'a' | 'my'): string {
  if (noun.isPlural) return use === 'my' ? 'meine ' : '';
  const stem = use === 'my' ? 'mein' : 'ein';
  return `${stem}${{ m: 'en', f: 'e', n: '' }[noun.gender]} `;
}

/** Heading: strong; after an article: the fourth case, which is what one loses and finds. */
function german(stem: string, noun: Noun, use: Use): string {
  const root = stem.endsWith('el') ? `${stem.slice(0, -2)}l` : stem;
  if (noun.isPlural) return root + (use === 'my' ? 'en' : 'e');
  if (noun.gender !== 'm') return root + (noun.gender === 'f' ? 'e' : 'es');
  return root + (use === 'bare' ? 'er' : 'en');
}

function inA(language: Language, word: string): string {
  return language !== 'fr' && word.endsWith('o') ? `${word.slice(0, -1)}a` : word;
}

function plural(language: Language, word: string): string {
  if (/[sx]$/.test(word)) return language === 'es' ? `${word}es` : word;
  if (language === 'pt' && word.endsWith('l')) return `${word.slice(0, -1)}is`;
  if (language === 'pt' && word.endsWith('m')) return `${word.slice(0, -1)}ns`;
  if (language === 'es' && /[^aeiou]$/.test(word)) return `${word.replace(/ón$/, 'on')}es`;
  return `${word}s`;
}
