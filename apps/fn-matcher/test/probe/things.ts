type Thing = readonly [category: string, name: string, brands: readonly string[]];

const often = (times: number, ...thing: Thing): Thing[] => Array.from({ length: times }, () => thing);

/** As often as desks are asked for them. */
export const THINGS: readonly Thing[] = [
  ...often(8, 'electronics.phone', 'smartphone with a cracked screen', ['Apple', 'Samsung', 'Xiaomi', 'Google']),
  ...often(6, 'wallets.wallet', 'leather wallet with bank cards', ['Fossil', 'Montblanc', 'Tommy Hilfiger']),
  ...often(5, 'keys.house', 'bunch of keys on a ring', ['Abus', 'Yale']),
  ...often(6, 'bags.backpack', 'backpack with a laptop sleeve', ['Eastpak', 'Deuter', 'Fjallraven', 'Herschel']),
  ...often(3, 'bags.handbag', 'handbag with a gold buckle', ['Michael Kors', 'Longchamp', 'Guess']),
  ...often(2, 'bags.suitcase', 'cabin suitcase with four wheels', ['Samsonite', 'Rimowa']),
  ...often(4, 'electronics.headphones', 'wireless earphones in a case', ['Apple', 'Sony', 'Bose']),
  ...often(3, 'documents.id', 'identity card in a sleeve', ['Bundesdruckerei']),
  ...often(4, 'accessories.umbrella', 'folding umbrella', ['Knirps', 'Doppler']),
  ...often(4, 'clothing.jacket', 'rain jacket with a hood', ['Jack Wolfskin', 'Patagonia', 'Adidas']),
  ...often(3, 'eyewear.glasses', 'reading glasses in a hard case', ['Ray-Ban', 'Fielmann']),
  ...often(2, 'electronics.laptop', 'notebook computer with stickers', ['Lenovo', 'Apple', 'Dell']),
  ...often(2, 'clothing.scarf', 'woollen scarf with fringes', ['Burberry']),
  ...often(2, 'jewelry.ring', 'wedding ring with an engraving', ['Cartier', 'Tiffany']),
  ...often(2, 'electronics.watch', 'wrist watch with a steel strap', ['Casio', 'Seiko', 'Garmin']),
  ...often(1, 'toys.plush', 'plush rabbit with one eye', ['Steiff']),
  ...often(1, 'mobility.bicycle', 'city bicycle with a basket', ['Gazelle', 'Trek']),
  ...often(1, 'books.book', 'novel with a bookmark', ['Penguin']),
];

export const COLORS = ['black', 'blue', 'red', 'grey', 'brown', 'green', 'white', 'navy', 'beige', 'pink'];

export const MARKS = [
  'a sticker of a lighthouse on the pocket',
  'a scratch on the left corner',
  'a small red ribbon on the zip',
  'initials written with a marker inside',
  'a key ring with a wooden fish',
  'a torn lining',
  'a patch of a football club',
  'a broken zip',
  'paint on the handle',
  'a ticket in the front pocket',
];
