const IRREGULAR: Readonly<Record<string, string>> = {
  glasses: 'glasses',
  eyeglasses: 'eyeglasses',
  sunglasses: 'sunglasses',
  lens: 'lens',
  lenses: 'lens',
  scarves: 'scarf',
  knives: 'knife',
  leaves: 'leaf',
  wolves: 'wolf',
  feet: 'foot',
  mice: 'mouse',
  children: 'child',
  women: 'woman',
  men: 'man',
  buses: 'bus',
  bus: 'bus',
  canvas: 'canvas',
  atlas: 'atlas',
  wives: 'wife',
  shelves: 'shelf',
  dies: 'die',
  teeth: 'tooth',
  teddies: 'teddy',
};

/** The singular. */
export function englishStem(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return irregular;
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 5) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** `striped`, `stripe` and `stripy` alike. */
export function englishRoot(word: string): string {
  let root = englishStem(word);
  if (root.length > 5 && root.endsWith('ed')) root = root.slice(0, -2);
  else if (root.length > 7 && root.endsWith('ing')) root = root.slice(0, -3);
  if (root.length > 4) root = root.replace(/(?:ey|e|y)$/, '');
  return root.length > 3 ? root.replace(/([b-df-hj-np-tv-z])\1$/, '$1') : root;
}
