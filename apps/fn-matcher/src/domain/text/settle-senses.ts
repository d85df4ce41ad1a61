import type { Mention } from './mention.ts';

/** `a cuadros` beside a scarf is a pattern, alone it may be pictures: what the text is about decides. */
export function settleSenses(mentions: readonly Mention[]): Mention[] {
  const about = mentions.filter(({ senses }) => senses.every(({ kind }) => kind === 'item'));
  return mentions.map((mention) => {
    const others = mention.senses.filter(({ kind }) => kind !== 'item');
    const torn = others.length < mention.senses.length && !others.some(isMadeOf);
    return torn && others.length > 0 && about.length > 0 ? { ...mention, senses: others } : mention;
  });
}

/** What the item is made of is no other reading of it. */
function isMadeOf({ kind }: Mention['senses'][number]): boolean {
  return kind === 'material';
}
