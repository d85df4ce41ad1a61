import { describe, expect, it } from '@jest/globals';
import { folded } from '../folded.ts';
import { LANGUAGES } from '../languages.ts';
import { rootOf, stemOf } from './stem.ts';

/** Words of one line are forms of one word. */
const NUMBERS = {
  en: `key keys, watch watches, scarf scarves, battery batteries, glasses, box boxes, lens lenses, brush brushes,
    wallet wallets, shoe shoes, bus buses, pass passes, knife knives, purse purses, phone phones, strap straps,
    zip zips, leaf leaves, boot boots, camera cameras, toy toys, body bodies`,
  es: `llave llaves, reloj relojes, pantalón pantalones, guante guantes, luz luces, lápiz lápices, botón botones,
    cartera carteras, móvil móviles, anillo anillos, pendiente pendientes, azul azules, tarjeta tarjetas, cruz cruces,
    lente lentes, bolso bolsos, audífono audífonos, café cafés, collar collares, billete billetes, disfraz disfraces`,
  fr: `clé clés, bijou bijoux, manteau manteaux, gant gants, lunette lunettes, chapeau chapeaux, journal journaux,
    portefeuille portefeuilles, sac sacs, bague bagues, étui étuis, chaussure chaussures, carte cartes, vélo vélos,
    boucle boucles, montre montres, cahier cahiers, jouet jouets, animal animaux, roue roues, écouteur écouteurs`,
  de: `Schlüssel Schlüsseln Schluessel, Tasche Taschen, Brille Brillen, Ring Ringe, Handschuh Handschuhe, Uhr Uhren,
    Jacke Jacken, Mütze Mützen Muetze, Ohrring Ohrringe, Ausweis Ausweise, Handy Handys, Kamera Kameras, Karte Karten,
    Hülle Hüllen Huelle, Koffer Koffern, Schuh Schuhe, Kette Ketten, Pass Pässe, Ticket Tickets, Socke Socken`,
  pt: `chave chaves, cartão cartões, anel anéis, azul azuis, colar colares, luz luzes, garagem garagens, carteira carteiras,
    mala malas, luva luvas, animal animais, papel papéis, mão mãos, relógio relógios, brinco brincos, lençol lençóis,
    botão botões, telemóvel telemóveis, cão cães, óculos, jovem jovens, tigre tigres`,
} as const;

const ENDINGS = {
  en: `striped stripes stripe, knitted knit, checked check, hooded hood, quilted quilt, chipped chip, engraved engrave,
    padded pad, folded fold, dotted dot`,
  es: `negro negra negros negras negrito, rojo roja rojos, pequeño pequeña, mochila mochilita, roto rota, nuevo nuevas,
    perro perrita, plateado plateada, rayado rayada, viejo vieja`,
  fr: `doré dorée dorés dorées, blanc blanche blanches, neuf neuve, gris grise grises, bleu bleue, rayé rayée, petit petite,
    bon bonne, rond ronde, vert verte, gros grosse`,
  de: `schwarz schwarzer schwarzes schwarzem schwarze, rot roter rotes roten, klein kleiner kleines, gestreift gestreifter,
    silbern silberner, neu neues neuer, braun braunen, grau graues`,
  pt: `preto preta pretos pretinha, pequeno pequena, mochila mochilinha, vermelho vermelha, partido partida, gato gatinha,
    listrado listrada, velho velhas, branco branca`,
} as const;

const lines = (text: string) => text.split(',').map((group) => group.trim().split(/\s+/).map(folded));

describe.each(LANGUAGES)('stems in %s', (language) => {
  it.each(lines(NUMBERS[language]))('give the number of %s up', (...forms) => {
    expect(new Set(forms.map((form) => stemOf(form, language)))).toHaveProperty('size', 1);
  });

  it.each(lines(ENDINGS[language]))('give the ending of %s up in the root', (...forms) => {
    expect(new Set(forms.map((form) => rootOf(form, language)))).toHaveProperty('size', 1);
  });

  it('leave names with digits as they are', () => {
    expect(stemOf('s21s', language)).toBe('s21s');
    expect(rootOf('t480s', language)).toBe('t480s');
  });
});

it.each([
  ['en', 'glass', 'glasses'],
  ['en', 'ring', 'string'],
  ['es', 'marco', 'marca'],
  ['es', 'bota', 'bote'],
  ['es', 'puerto', 'puerta'],
  ['fr', 'poche', 'poches d'],
  ['fr', 'montre', 'monture'],
  ['de', 'Leder', 'LED'],
  ['de', 'Hut', 'Hütte'],
  ['pt', 'mala', 'malha'],
] as const)('stems in %s keep %s and %s apart', (language, one, other) => {
  expect(stemOf(folded(one), language)).not.toBe(stemOf(folded(other), language));
});
