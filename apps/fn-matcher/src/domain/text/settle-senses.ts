import type { Mention } from './mention.ts';

/** `a cuadros` beside a scarf is a pattern, alone it may be pictures: what the text is about decides. */
export function settleSenses(mentions: readonly Mention[]): Mention[] {
  const isAbout = ({ senses, describes }: Mention) => describes !== true && senses.every(({ kind }) => kind === 'item');
  return mentions.some(isAbout) ? mentions.map(asDescribing) : [...mentions];
}

function asDescribing(mention: Mention): Mention {
  const others = mention.senses.filter(({ kind }) => kind !== 'item');
  if (others.length === 0 || others.length === mention.senses.length) return mention;
  return others.every(({ kind }) => kind === 'part')
    ? { ...mention, perhapsPart: true }
    : { ...mention, senses: others };
}
