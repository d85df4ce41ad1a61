import { folded } from '../numbers/folded.ts';

/** What is printed on things and says nothing about people, in the five languages. Whatever is not here is not shown. */
const WORDS = `made in size cotton polyester nylon leather genuine wool silk linen acrylic elastane viscose polyamide rubber
waterproof water resistant stainless steel titanium gold silver aluminium aluminum plastic glass lining outer shell
wash warm cold iron bleach tumble dry clean only machine hand care keep away from fire
model type input output volt power battery charger adapter cable usb bluetooth wireless wifi lithium ion capacity rated
caution warning read instructions before use do not open recycle fragile this side up handle with
camera lens zoom optical digital phone tablet laptop notebook watch headphones speaker console controller
backpack bag suitcase cabin luggage wallet umbrella jacket coat hat scarf gloves shoes boots helmet glasses sunglasses
keys key locker room bicycle scooter stroller toy book books volume edition chapter dictionary
passport identity card driving licence license permit ticket boarding pass library student membership visa mastercard
republic kingdom union european federal national united states
sport sports outdoor original classic premium limited pro plus max mini ultra air light black white red blue green yellow
grey gray brown pink purple orange navy beige new best the and of for to on off open closed press push pull lift here
small medium large extra one two three men women kids unisex left right
hecho en talla algodón poliéster cuero piel lana seda lino agua lavar tarjeta pasaporte documento nacional identidad
permiso conducir modelo tipo batería cargador mochila bolso maleta cartera paraguas chaqueta llave llaves libro
fabriqué taille coton cuir laine soie lin laver carte passeport identité nationale permis conduire modèle batterie chargeur
sac valise portefeuille parapluie veste clé clés livre république française
hergestellt größe baumwolle leder wolle seide leinen waschen karte reisepass personalausweis führerschein modell akku
ladegerät rucksack tasche koffer geldbörse regenschirm jacke schlüssel buch bundesrepublik deutschland
fabricado tamanho algodão couro lã linho lavar cartão passaporte cidadão carta condução modelo bateria carregador mala
carteira guarda-chuva casaco chave chaves livro
portugal spain france germany italy china vietnam bangladesh india turkey japan korea taiwan indonesia thailand poland
austria switzerland denmark sweden finland norway brazil mexico canada usa uk eu ce`;

/** What is printed on papers and cards of everybody; colours and the like are left out, for they are family names too. */
const PAPER_WORDS = `passport identity card driving licence license permit ticket boarding pass library student membership
member visa mastercard republic kingdom union european federal national united states of the and for valid thru
pasaporte documento nacional identidad tarjeta permiso conducir passeport carte identité nationale permis conduire
reisepass personalausweis führerschein karte bundesrepublik deutschland cartão passaporte cidadão carta condução
portugal spain france germany république française`;

const PAPER_FOLDS = new Set(PAPER_WORDS.split(/\s+/).map(folded));
const BY_FOLD = new Map(WORDS.split(/\s+/).map((word) => [folded(word), word]));
/** Sizes, shares, and measures with their unit; a bare number may be a room, a seat, a part of something longer. */
const MEASURE =
  /^(?:x{0,4}[sml]|\d{1,3}[%°]|(?:eu|us|uk)?\d{2}(?:[.,]5)?|\d{1,5}(?:[.,]\d{1,2})?(?:mm|cm|m|g|kg|ml|cl|l|v|a|ma|mah|w|wh|hz|ghz|mhz|gb|tb|mb|mp|oz|in|bar)|\d{1,3}x\d{1,3}(?:cm|mm)?)$/i;

/** The word as the list spells it, a measure as it is written; null for what is on no list. */
export function itemWord(written: string, onPaper: boolean): string | null {
  const bare = written.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}%°]+$/gu, '');
  if (onPaper) return PAPER_FOLDS.has(folded(bare)) ? bare.toLowerCase() : null;
  if (MEASURE.test(bare)) return bare;
  return BY_FOLD.get(folded(bare)) ?? null;
}

/** Strokes that are neither letters nor digits. */
export function isMarkOnly(written: string): boolean {
  return !/[\p{L}\p{N}]/u.test(written);
}
