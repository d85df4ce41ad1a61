import { folded } from '../numbers/folded.ts';

/**
 * Makers whose names stand on things that get lost. Several words are one name only together. Makers whose name is a
 * person's as well (Fischer, Parker, Wilson) are left out on purpose: strangers would read whose the thing is.
 */
const NAMES = `Acer,Adidas,Aiwa,Alcatel,Aldo,Alienware,Amazon,Amazfit,American Tourister,AMD,Anker,AOC,Apple,Arc'teryx,Armani,Asics,
Asus,AUKEY,Babolat,Bang & Olufsen,Barbour,BaByliss,Beats,Benetton,Berghaus,Bershka,Billabong,BlackBerry,Bose,
Brompton,Bugaboo,Burberry,Bvlgari,Callaway,Calvin Klein,Canada Goose,Canon,Carhartt,Cartier,Casio,
Chanel,Chicco,Citizen,Clarks,Columbia,Converse,Crocs,Cybex,Dainese,Dakine,Decathlon,Dell,Delsey,Desigual,Deuter,
Diesel,Dior,DJI,Dr Martens,Dyson,Eastpak,Ecco,Epson,Ergobag,Esprit,Fairphone,Fendi,Fender,Fila,Fitbit,Fjällräven,Fossil,Fujifilm,Fujitsu,Garmin,Geox,Giro,Givenchy,Google,GoPro,Grundig,Gucci,Guess,
Hama,Harman Kardon,Hello Kitty,Helly Hansen,Hermès,Herschel,Honor,HTC,Huawei,Hublot,Hugo Boss,HyperX,IKEA,Intel,
Jabra,Jack Wolfskin,Jack & Jones,Jansport,JBL,Jeep,Karrimor,Kathmandu,Kindle,Kipling,Kingston,Kodak,Kyocera,
Lacoste,Leica,LEGO,Lenovo,Levi's,Lexar,Logitech,Longchamp,Longines,Louis Vuitton,Lowepro,Lululemon,Mammut,Mango,
Marc Jacobs,Massimo Dutti,Medion,Meizu,Mercedes-Benz,Merrell,Michael Kors,Microsoft,Miu Miu,Moleskine,
Moncler,Montblanc,Motorola,MSI,Napapijri,New Balance,Nikon,Nike,Nintendo,Nokia,Nothing,Oakley,Olympus,Omega,OnePlus,Oppo,
Oral-B,Ortlieb,Osprey,Panasonic,Pandora,Patagonia,Peak Performance,Pentax,Petzl,Philips,Piquadro,Playmobil,
PlayStation,Police,Polaroid,Pull&Bear,Puma,Quechua,Quiksilver,Ralph Lauren,Rado,Razer,Ray-Ban,Realme,Reebok,Rimowa,Ricoh,
Rip Curl,Rolex,Salewa,Salomon,Samsonite,Samsung,SanDisk,Satch,Seagate,Seiko,Sennheiser,
Sharp,Shimano,Shure,Siemens,Skechers,Skullcandy,Sony,Specialized,Speedo,Steiff,Superdry,Swarovski,Swatch,TAG Heuer,Targus,
TCL,Technics,Thermos,The North Face,Thule,Tiffany & Co,Timberland,Timbuk2,Timex,Tissot,Tod's,Tommy Hilfiger,TomTom,
Toshiba,TP-Link,Trek,Triumph,Tumi,Under Armour,Uniqlo,Vans,Vaude,Versace,Victorinox,Vivo,Vodafone,Volkswagen,Wacom,
Wenger,Western Digital,Xbox,Xiaomi,Yamaha,Yeti,Yonex,Zeiss,ZTE,
Adolfo Dominguez,Alfa Romeo,Black Diamond,Bottega Veneta,Cabin Zero,Camel Active,Carolina Herrera,Case Logic,Chilli Beans,
Daniel Wellington,Got Bag,Happy Socks,Hot Wheels,Hydro Flask,Kate Spade,La Sportiva,Land Rover,Le Coq Sportif,Lowe Alpine,
Mandarina Duck,New Era,Peak Design,Pepe Jeans,Petit Bateau,River Island,Silver Cross,Step by Step,Steve Madden,
Sylvanian Families,Ted Baker,Texas Instruments,Thomas Sabo,Tom Ford,Tom Tailor,Ultimate Ears,Vera Bradley`;

const BY_FOLD = new Map(
  NAMES.split(',').map((name) => {
    const spelt = name.trim();
    return [folded(spelt), spelt] as const;
  }),
);
const SHORTEST = 3;
const MOST_WORDS = 3;

export interface BrandAt {
  readonly name: string;
  readonly from: number;
  /** Words that it takes. */
  readonly words: number;
}

/** The longest name first, so that "Under Armour" is not two words. */
export function brandsIn(words: readonly string[]): BrandAt[] {
  const found: BrandAt[] = [];
  for (let from = 0; from < words.length;) {
    const brand = brandAt(words, from);
    if (brand !== undefined) found.push(brand);
    from += brand?.words ?? 1;
  }
  return found;
}

function brandAt(words: readonly string[], from: number): BrandAt | undefined {
  for (let count = Math.min(MOST_WORDS, words.length - from); count > 0; count -= 1) {
    const fold = folded(words.slice(from, from + count).join(''));
    const name = fold.length < SHORTEST ? undefined : BY_FOLD.get(fold);
    if (name !== undefined) return { name, from, words: count };
  }
  return undefined;
}
