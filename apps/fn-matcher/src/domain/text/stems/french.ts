/** The singular. */
export function frenchStem(word: string): string {
  if (word.length < 4) return word;
  if (word.length > 5 && word.endsWith('aux') && !word.endsWith('eaux')) return `${word.slice(0, -3)}al`;
  return /[^s]s$|x$/.test(word) ? word.slice(0, -1) : word;
}

/** `blanc` and `blanche`, `doré` and `dorées`, `neuf` and `neuve` alike. */
export function frenchRoot(word: string): string {
  let root = frenchStem(word);
  if (root.length > 3) root = root.replace(/e+$/, '');
  if (root.length > 3) {
    root = root
      .replace(/ch$/, 'c')
      .replace(/([a-z])\1$/, '$1')
      .replace(/v$/, 'f');
  }
  return root.length > 3 && root.endsWith('s') ? root.slice(0, -1) : root;
}
