/** The singular; a final `e` goes with the plural's `es`, and `luz` becomes like `luces`. */
export function spanishStem(word: string): string {
  if (word.length < 4) return withoutZ(word);
  let stem = word.endsWith('s') && !(word.length === 4 && word.endsWith('is')) ? word.slice(0, -1) : word;
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1);
  return withoutZ(stem);
}

function withoutZ(stem: string): string {
  return stem.endsWith('z') ? `${stem.slice(0, -1)}c` : stem;
}

/** `negro`, `negra`, `negrita` alike. */
export function spanishRoot(word: string): string {
  let root = spanishStem(word);
  if (root.length > 3) root = root.replace(/[aeo]$/, '');
  if (root.length > 4) root = root.replace(/(?:ec|c)?it$/, '');
  return root.length > 6 ? root.replace(/(?:ad|id|and|iend)$/, '') : root;
}
