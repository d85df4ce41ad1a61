/** What people call a colour. The English word is its name on the wire. */
interface ColorWord {
  readonly es: string;
  readonly fr: string;
  readonly de: string;
  readonly pt: string;
  /** Colours that everybody would call so; what is nearest to one of them is called the same. */
  readonly like: readonly string[];
}

export const COLOR_WORDS = {
  black: { es: 'negro', fr: 'noir', de: 'schwarz', pt: 'preto', like: ['#0a0a0a', '#1a1a1c', '#272729'] },
  'dark gray': {
    es: 'gris oscuro',
    fr: 'gris foncé',
    de: 'dunkelgrau',
    pt: 'cinza-escuro',
    like: ['#404245', '#505356'],
  },
  gray: { es: 'gris', fr: 'gris', de: 'grau', pt: 'cinza', like: ['#6e7174', '#808080', '#96989b'] },
  'light gray': { es: 'gris claro', fr: 'gris clair', de: 'hellgrau', pt: 'cinza-claro', like: ['#b2b4b7', '#c6c8ca'] },
  white: { es: 'blanco', fr: 'blanc', de: 'weiß', pt: 'branco', like: ['#ffffff', '#f3f4f5', '#e6e7e8'] },
  cream: { es: 'crema', fr: 'crème', de: 'creme', pt: 'creme', like: ['#f8f0da', '#fff6dc', '#f3e8c8'] },
  beige: { es: 'beige', fr: 'beige', de: 'beige', pt: 'bege', like: ['#e3d3b4', '#d6c4a4', '#cdb898', '#e0cdb5'] },
  tan: { es: 'camel', fr: 'camel', de: 'hellbraun', pt: 'caramelo', like: ['#c19a6b', '#b58a5a', '#c68f55'] },
  brown: {
    es: 'marrón',
    fr: 'marron',
    de: 'braun',
    pt: 'castanho',
    like: ['#6b4423', '#7b4b2a', '#52341f', '#8b5a2b', '#3d2616'],
  },
  burgundy: {
    es: 'granate',
    fr: 'bordeaux',
    de: 'weinrot',
    pt: 'bordô',
    like: ['#6d1a2d', '#800020', '#571320', '#722f37'],
  },
  red: { es: 'rojo', fr: 'rouge', de: 'rot', pt: 'vermelho', like: ['#d01c1f', '#e53935', '#b3151a', '#f01818'] },
  coral: { es: 'coral', fr: 'corail', de: 'koralle', pt: 'coral', like: ['#ff7f5c', '#f0705c', '#f88379'] },
  orange: { es: 'naranja', fr: 'orange', de: 'orange', pt: 'laranja', like: ['#f57c00', '#ff9020', '#e8641b'] },
  gold: { es: 'dorado', fr: 'doré', de: 'gold', pt: 'dourado', like: ['#d4af37', '#c9a227', '#b8860b', '#cfa54a'] },
  yellow: {
    es: 'amarillo',
    fr: 'jaune',
    de: 'gelb',
    pt: 'amarelo',
    like: ['#ffe135', '#fdd835', '#f7d117', '#fff176'],
  },
  olive: {
    es: 'verde oliva',
    fr: 'vert olive',
    de: 'olivgrün',
    pt: 'verde-oliva',
    like: ['#6b6b2a', '#7a7a1f', '#556b2f', '#4b5320'],
  },
  khaki: { es: 'caqui', fr: 'kaki', de: 'khaki', pt: 'cáqui', like: ['#a89f75', '#958a5f', '#b5a97c'] },
  'light green': {
    es: 'verde claro',
    fr: 'vert clair',
    de: 'hellgrün',
    pt: 'verde-claro',
    like: ['#9ccc65', '#8fd694', '#b5e07a'],
  },
  green: {
    es: 'verde',
    fr: 'vert',
    de: 'grün',
    pt: 'verde',
    like: ['#2e7d32', '#3a9d3a', '#1f9d4d', '#4caf50', '#00c030'],
  },
  'dark green': {
    es: 'verde oscuro',
    fr: 'vert foncé',
    de: 'dunkelgrün',
    pt: 'verde-escuro',
    like: ['#12422a', '#1b4d2e', '#0f3220'],
  },
  mint: { es: 'verde menta', fr: 'vert menthe', de: 'mintgrün', pt: 'verde-menta', like: ['#a8e6cf', '#98d8c0'] },
  turquoise: { es: 'turquesa', fr: 'turquoise', de: 'türkis', pt: 'turquesa', like: ['#30c9c0', '#40e0d0', '#1fb5ad'] },
  teal: {
    es: 'verde azulado',
    fr: 'bleu canard',
    de: 'petrol',
    pt: 'verde-azulado',
    like: ['#0f6b6b', '#127a78', '#0b4f55'],
  },
  'light blue': {
    es: 'celeste',
    fr: 'bleu clair',
    de: 'hellblau',
    pt: 'azul-claro',
    like: ['#90c8f0', '#a9d3f2', '#7db9e8', '#c0ddf2'],
  },
  blue: {
    es: 'azul',
    fr: 'bleu',
    de: 'blau',
    pt: 'azul',
    like: ['#1e5fd0', '#2a6fdb', '#1565c0', '#1d4fa8', '#2030e8', '#4a80c0', '#3b5b85'],
  },
  navy: {
    es: 'azul marino',
    fr: 'bleu marine',
    de: 'dunkelblau',
    pt: 'azul-marinho',
    like: ['#1b2a49', '#14213d', '#101f4b', '#1a2b5c', '#000080'],
  },
  purple: { es: 'morado', fr: 'violet', de: 'lila', pt: 'roxo', like: ['#6a1b9a', '#7b3fa0', '#5b2c83', '#4a2070'] },
  lavender: {
    es: 'lavanda',
    fr: 'lavande',
    de: 'lavendel',
    pt: 'lavanda',
    like: ['#b9a6e0', '#c8b8e4', '#a78bd1', '#e2def8'],
  },
  pink: { es: 'rosa', fr: 'rose', de: 'rosa', pt: 'rosa', like: ['#f48fb1', '#f7b6c8', '#ec7fa9', '#f9c5d1'] },
  fuchsia: { es: 'fucsia', fr: 'fuchsia', de: 'pink', pt: 'fúcsia', like: ['#d81b7f', '#e5199a', '#c2185b'] },
} as const satisfies Readonly<Record<string, ColorWord>>;

export type ColorName = keyof typeof COLOR_WORDS;

function isColorName(name: string): name is ColorName {
  return Object.hasOwn(COLOR_WORDS, name);
}

/** The word in the language of a reader, English when there is none. */
export function colorWord(name: string, language: string): string {
  const [spoken] = language.toLowerCase().split('-');
  const words: Omit<ColorWord, 'like'> | undefined = isColorName(name) ? COLOR_WORDS[name] : undefined;
  if (words === undefined) return name;
  return spoken === 'es' || spoken === 'fr' || spoken === 'de' || spoken === 'pt' ? words[spoken] : name;
}
