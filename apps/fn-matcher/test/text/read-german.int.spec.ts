import { describePhrases } from './describe-phrases.ts';

describePhrases(
  'de',
  `
    Schwarzer Geldbeutel mit Personalausweis und EC-Karte verloren -> wallet (id-card) (bank-card) #black
    Schlüsselbund mit rotem Anhänger gefunden -> key keychain pendant #red
    Kinderfahrrad rot, Marke Puky -> kids-bike bicycle #red @puky
    Dunkelblauer Rucksack von Deuter mit Laptop -> backpack (laptop) #navy @deuter
    Kuscheltier Hase, grau, mit Schlappohren -> plush shape:rabbit trait:tail #gray
    iPhone 12 mini weiß mit schwarzer Silikonhülle -> phone part:case #white #black @apple =iphone-12-mini
    Goldene Halskette mit Kreuzanhänger -> necklace shape:cross keychain pendant #gold
    Sonnenbrille Rayban im braunen Etui -> sunglasses (pencil-case) part:case #brown @ray-ban
    Damenjacke beige Größe 38 von Esprit -> wearer:women jacket size:38 #beige @esprit
    Regenschirm mit Holzgriff, kariert -> umbrella material:wood part:handle pattern:checked
    Hörgerät links -> hearing-aid state:single
    Geigenkasten schwarz -> violin #black
    Turnbeutel mit Einhorn drauf -> duffel drawstring-bag shape:unicorn
    silbernes MacBook Pro 13 Zoll mit Aufklebern -> laptop part:sticker #silver @apple =macbook-pro
    Trinkflasche aus Edelstahl -> bottle material:metal
    Babyschale Maxi Cosi -> car-seat @maxi-cosi
    Gefunden im Stadtpark: kleiner Stoffhase mit gestreiftem Pulli -> place:park size:small plush pattern:striped sweater
    Ich vermisse meine Brille mit schwarzem Kunststoffgestell, Gleitsicht, in einem harten Brillenetui -> glasses material:plastic part:frame glasses-case #black
    Meine Tochter hat im Kindergarten ihre rosa Matschhose und Gummistiefel Größe 25 vergessen -> place:school trousers boots material:rubber size:25 #pink
    Kleiner goldener Ohrring mit Perle verloren, ideeller Wert -> size:small earring part:stone material:beads state:sentimental #gold
    Portmonee braun mit Krankenkassenkarte, Führerschein und ca. 80 Euro -> wallet (health-card) (license) cash #brown
    Fahrradschlüssel mit blauem Band am Bahnhof gefunden -> bike-key part:strap part:tassel place:station #blue
    Handy in lila Glitzerhülle, Displayschutzfolie gesprungen -> phone material:beads part:case part:screen state:cracked #purple #lavender
    Schluesselbund mit Flaschenoeffner -> key part:opener
    Regenschirmhülle -> (umbrella) part:case
    Brillenetui -> glasses-case
    Lederhandschuhe schwarz Damen -> gloves material:leather wearer:women #black
    Kinderrucksack Dinosaurier -> wearer:child backpack shape:dinosaur
    Handytasche -> phone-case
    Hundeleine rot -> pet-gear #red
    Laptoptasche grau -> laptop-sleeve #gray
    Wollmütze -> beanie material:wool
    Silberring mit Stein -> ring material:silver part:stone #silver
    Kreditkartenetui -> cardholder
    Fahrradhelmtasche -> (helmet) bag part:case
    Portmonai -> wallet
    Sonnebrille -> sunglasses
    Wanderschuhe Lowa Größe 44 -> boots size:44 @lowa
    Airpods Pro in weißem Ladecase -> earbuds earbud-case #white @apple =airpods-pro
    graue Strickmütze mit Bommel -> beanie material:wool part:tassel #gray
    Kamera Canon mit Objektiv -> camera (lens) @canon
    Ehering mit Gravur -> wedding-ring part:engraving
    Taschenbuch von Sebastian Fitzek -> book
    Kinderwagen Bugaboo dunkelgrau -> stroller #dark-gray @bugaboo
    Fußball von Adidas -> football @adidas
    gelbe Regenjacke für Kinder -> rain-jacket wearer:child #yellow
    Schal rot-weiß gestreift -> scarf pattern:striped #red #white
    USB-Stick 64 GB -> usb-stick
    Reisepass (deutsch) -> passport nation:de
    Tablet Samsung in roter Hülle -> tablet part:case #red @samsung
    Roller für Kinder, blau -> scooter wearer:child #blue
    schwarze Katze mit weißen Pfoten -> cat shape:paw trait:tail #black #white
    Gitarre mit Tasche -> guitar (bag) part:case
    Asthmaspray -> inhaler
    Monatskarte -> transit-card
    Notizbuch A5 kariert -> notebook pattern:checked
    Perlenohrring -> earring material:beads
    Sporttasche Nike schwarz -> duffel #black @nike
    Ladegerät für Laptop -> charger (laptop)
    Puppe mit blonden Haaren -> doll trait:hair
    Badetasche mit Handtuch -> place:toilet bag part:case (towel)
    Koffer ohne Rollen -> suitcase
    olivgrüner Parka mit Fellkapuze -> coat part:hood #olive
    Jutebeutel mit Aufdruck "Edeka" -> tote material:linen part:logo place:shop
    Steiff-Teddy mit Knopf im Ohr -> plush @steiff
    lila Fleecejacke Jack Wolfskin Gr. 128 -> fleece size:128 #purple #lavender @jack-wolfskin
    Schülerausweis von Leon -> student-card
    rotes Puky Laufrad -> bicycle kids-bike #red @puky
`,
);
