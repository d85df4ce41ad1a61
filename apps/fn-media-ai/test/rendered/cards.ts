import type { Chance } from './chance.ts';
import { zoneOf } from './machine-readable-zone.ts';
import { birthDateOf, grouped, somebody } from './people.ts';
import type { Drawing } from './photograph.ts';
import { type Hand, paragraph } from './writing.ts';

/** A card or paper of somebody, with every string on it that leads to her. */
export interface PersonalThing {
  readonly name: string;
  /** What its reporter would call it; some reporters only say "other". */
  readonly category: string;
  readonly drawing: Drawing;
  readonly secrets: readonly string[];
}

const WIDTH = 1_000;
const HEIGHT = 640;
const PAPERS = ['#f2efe6', '#dfe9f3', '#f6dfe4', '#e3f0df', '#ffffff'];
const PLASTICS = ['#1d2b53', '#3a1f2b', '#10312b', '#222222'];

const LISTED_NAMES = ['MAX BROWN', 'S. GREEN', 'INDIA WHITE', 'JACK JONES'];

type Maker = (chance: Chance) => PersonalThing;

export const MAKERS: Readonly<Record<string, Maker>> = {
  passport: (chance) => {
    const person = somebody(chance);
    const zone = zoneOf(person, 'TD3');
    const lines = [
      'PASSPORT',
      'Surname',
      person.family,
      'Given names',
      person.given,
      'Date of birth',
      birthDateOf(person),
    ];
    const drawing = card(chance, [
      ...texts(lines, { at: [40, 36], size: 22 }),
      ...texts(zone, { at: [40, 520], size: 20, leading: 2.2 }),
    ]);
    return thing(chance, 'documents.passport', drawing, [
      person.family,
      person.given,
      birthDateOf(person),
      person.documentNumber,
    ]);
  },
  identityCard: (chance) => {
    const person = somebody(chance);
    const zone = zoneOf(person, chance.pick(['TD1', 'TD2'] as const));
    const lines = ['IDENTITY CARD', `${person.given} ${person.family}`, person.documentNumber, birthDateOf(person)];
    const drawing = card(chance, [
      ...texts(lines, { at: [60, 50], size: 30 }),
      ...texts(zone, { at: [60, 450], size: 25, leading: 2 }),
    ]);
    return thing(chance, 'documents.id', drawing, [
      person.family,
      person.given,
      person.documentNumber,
      birthDateOf(person),
    ]);
  },
  paymentCard: (chance) => {
    const person = somebody(chance);
    const number = grouped(person.cardNumber);
    const ink = '#f4f4f4';
    const lines = [
      ...texts(['VISA'], { at: [780, 60], size: 44, leading: 2, ink }),
      ...texts([number], { at: [70, 300], size: 44, leading: 2, ink }),
      ...texts(['VALID THRU 09/29'], { at: [70, 410], size: 24, leading: 2, ink }),
      ...texts([`${person.given} ${person.family}`], { at: [70, 520], size: 32, leading: 2, ink }),
    ];
    const drawing = card(chance, lines, chance.pick(PLASTICS));
    return thing(chance, 'wallets.cardholder', drawing, [
      number.slice(0, 9),
      number.slice(10),
      person.given,
      person.family,
    ]);
  },
  memberCard: (chance) => {
    const person = somebody(chance);
    const number = grouped(chance.digits(12));
    const lines = [
      'LIBRARY CARD',
      `${person.given} ${person.family}`,
      `Member No ${number}`,
      `Born ${birthDateOf(person)}`,
    ];
    const drawing = card(chance, texts(lines, { at: [70, 90], size: 36, leading: 3 }));
    return thing(chance, 'documents.card', drawing, [person.given, person.family, number, birthDateOf(person)]);
  },
  businessCard: (chance) => {
    const person = somebody(chance);
    const lines = [`${person.given} ${person.family}`, person.street, person.city, person.email, person.phone];
    const drawing = card(chance, texts(lines, { at: [70, 110], size: 30, leading: 2.6 }));
    return thing(chance, 'other.other', drawing, [
      person.given,
      person.family,
      person.street,
      person.email,
      person.phone,
    ]);
  },
  nameTag: (chance) => {
    const person = somebody(chance);
    const lines = ['If found please return to', `${person.given} ${person.family}`, person.phone, person.iban];
    const drawing = card(chance, texts(lines, { at: [60, 120], size: 32, leading: 3 }));
    return thing(chance, 'bags.suitcase', drawing, [person.given, person.family, person.phone, person.iban]);
  },
  /** No label and no number; some names are words that things carry as well. */
  nameAlone: (chance) => {
    const { given, family } = somebody(chance);
    const name = chance.pick([`${given} ${family}`, `${given[0]}. ${family}`, ...LISTED_NAMES]);
    const drawing = card(chance, texts([name], { at: [60, 240], size: 56 }));
    const secrets = name.split(' ').filter((part) => part.length > 2);
    return thing(chance, chance.pick(['bags.backpack', 'books.notebook']), drawing, secrets);
  },
};

function thing(chance: Chance, category: string, drawing: Drawing, secrets: readonly string[]): PersonalThing {
  const said = chance.next() < 0.3 ? 'other.other' : category;
  return { name: category, category: said, drawing, secrets };
}

interface Block {
  readonly at: readonly [left: number, top: number];
  readonly size: number;
  readonly leading?: number;
  readonly ink?: string;
}

type Part = (style: Partial<Hand>) => string;

function texts(lines: readonly string[], { at: [left, top], size, leading = 2.4, ink = '#111' }: Block): Part[] {
  return [(style) => paragraph(lines, left, top, { size, ...style, ink }, leading)];
}

/** Rounded, of paper or plastic, written in a hand of its own. */
function card(chance: Chance, parts: readonly Part[], ground = chance.pick(PAPERS)): Drawing {
  const style = {
    weight: chance.between(0.1, 0.17),
    stretch: chance.between(0.9, 1.05),
    slant: chance.pick([0, 0, 0.12]),
  };
  const drawn = parts.map((part) => part(style)).join('');
  return {
    svg: `<rect width="${WIDTH}" height="${HEIGHT}" rx="28" fill="${ground}"/>${drawn}`,
    width: WIDTH,
    height: HEIGHT,
  };
}
