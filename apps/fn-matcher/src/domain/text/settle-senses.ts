import { type Mention, isItem } from './mention.ts';

/** `a cuadros` beside a scarf is a pattern, alone it may be pictures: what the text is about decides. */
export function settleSenses(mentions: readonly Mention[]): Mention[] {
  const about = mentions.find(isAbout);
  return about === undefined
    ? [...mentions]
    : mentions.map((mention) => (mention === about ? mention : settled(mention)));
}

/** The first item; what may be a part of one is the item itself where none is before it. */
function isAbout(mention: Mention): boolean {
  const others = mention.senses.filter(({ kind }) => kind !== 'item');
  return isItem(mention) && mention.describes !== true && others.every(({ kind }) => kind === 'part');
}

function settled(mention: Mention): Mention {
  const others = mention.senses.filter(({ kind }) => kind !== 'item');
  if (mention.compound === true || others.length === 0 || others.length === mention.senses.length) return mention;
  return others.every(({ kind }) => kind === 'part')
    ? { ...mention, perhapsPart: true }
    : { ...mention, senses: others };
}
