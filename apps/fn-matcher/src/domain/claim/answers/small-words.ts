const listed = (text: string) => text.trim().split(/\s+/);

/** Articles and the like in en, es, fr, de and pt: an answer is the same with and without them. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  listed(`
  a an the of on in at it is its my i me and or with to for from by was are there this that has have
  el la los las un una unos unas de del al y o es mi en con por para lo su
  le les une des du et ou est ma mes ce cet cette il elle sur dans avec pour par au aux
  der die das den dem ein eine einen einem einer und oder ist mein meine im am mit auf von zu fur es
  os um uma uns umas do da dos das no na nos nas e ou meu minha com por para em
`),
);

/** One to twelve as people write them out; words that are another one elsewhere (`once`, `six`) say the same for both. */
const NUMBER_WORDS: ReadonlyArray<readonly [digits: string, words: string]> = [
  ['0', 'zero cero null nul'],
  ['1', 'one'],
  ['2', 'two dos deux zwei dois duas zwo'],
  ['3', 'three tres trois drei'],
  ['4', 'four cuatro quatre vier quatro'],
  ['5', 'five cinco cinq funf fuenf'],
  ['6', 'six seis sechs'],
  ['7', 'seven siete sept sieben sete'],
  ['8', 'eight ocho huit acht oito'],
  ['9', 'nine nueve neuf neun nove'],
  ['10', 'ten diez dix zehn dez'],
  ['11', 'eleven onze elf'],
  ['12', 'twelve doce douze zwolf zwoelf doze'],
];

const UNIT_WORDS: ReadonlyArray<readonly [unit: string, words: string]> = [
  ['mm', 'millimeter millimeters millimetre millimetres milimetro milimetros'],
  ['cm', 'centimeter centimeters centimetre centimetres centimetro centimetros zentimeter'],
  ['m', 'meter meters metre metres metro metros'],
  ['ml', 'milliliter milliliters millilitre millilitres mililitro mililitros'],
  ['l', 'liter liters litre litres litro litros'],
  ['g', 'gram grams gramme grammes gramo gramos gramm grama gramas'],
  ['kg', 'kilo kilos kilogram kilograms kilogramme kilogrammes kilogramo kilogramos kilogramm kilograma quilo quilos'],
  ['inch', 'inches pulgada pulgadas pouce pouces zoll polegada polegadas'],
  ['eur', 'euro euros'],
  ['usd', 'dollar dollars dolar dolares'],
  ['gbp', 'pound pounds libra libras livre livres pfund'],
  ['percent', 'prozent porciento pourcent porcento'],
  ['h', 'hour hours hora horas heure heures stunde stunden'],
  ['min', 'minute minutes minuto minutos minuten'],
];

/** One spelling for what is written in many ways. */
export const ONE_SPELLING: ReadonlyMap<string, string> = new Map(
  [...NUMBER_WORDS, ...UNIT_WORDS].flatMap(([one, words]) => listed(words).map((word) => [word, one] as const)),
);

export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', ' eur '],
  ['$', ' usd '],
  ['£', ' gbp '],
  ['%', ' percent '],
  ['"', ' inch '],
  ['&', ' '],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
]);
