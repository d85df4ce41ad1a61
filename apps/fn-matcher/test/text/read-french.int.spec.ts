import { describePhrases } from './describe-phrases.ts';

describePhrases(
  'fr',
  `
    Perdu mon portefeuille noir en cuir avec carte d'identité et permis -> wallet material:leather (id-card) (license) #black
    Trouvé un trousseau de clés avec un porte-clés tour Eiffel -> key (keychain) shape:eiffel
    Doudou lapin gris, une oreille abîmée -> plush trait:tail state:broken #gray
    Téléphone portable Samsung Galaxy S20 bleu, coque transparente, écran fissuré -> phone (phone-case) part:case pattern:transparent state:cracked #blue @samsung =galaxy-s20
    Bague en or blanc avec un petit diamant -> ring material:gold size:small part:stone
    Veste en jean bleue taille M -> denim-jacket size:m #blue
    Lunettes de vue monture écaille dans un étui rouge -> glasses part:frame pattern:tortoiseshell state:scratched part:case #red
    Poussette Yoyo noire -> stroller #black @babyzen =yoyo
    écharpe à carreaux verte et rouge -> scarf pattern:checked #green #red
    Casque de vélo blanc, taille 54 -> helmet size:54 #white
    sac à main beige Longchamp -> handbag #beige @longchamp
    Trottinette électrique Xiaomi -> e-scooter @xiaomi
    gourde bleue avec autocollants -> bottle part:sticker #blue
    Passeport français -> passport nation:fr
    chat roux sans collier -> cat
    Trouvé au parc un doudou en forme d'éléphant, bleu clair, un peu sale -> place:park plush shape:elephant state:dirty #light-blue
    J'ai perdu une boucle d'oreille en or en forme de goutte, probablement au restaurant -> earring material:gold place:restaurant #gold
    Mon fils a perdu son blouson bleu marine à capuche avec son prénom Théo écrit à l'intérieur -> jacket part:hood #navy
    carnet moleskine noir rempli de croquis, élastique rouge -> notebook state:full part:string #black #red @moleskine
    Étui à lunettes marron contenant des lunettes de lecture -> glasses-case (glasses) #brown
    Portable tombé dans le bus, coque avec des fleurs, fond d'écran photo d'un bébé -> phone laptop place:bus (phone-case) part:case pattern:floral part:screen art size:baby wearer:child
    sac banane noir Nike avec AirPods et clés -> waist-bag (earbuds) (key) #black @nike @apple =airpods
    portefeuile noir -> wallet #black
    parapluis bleu -> umbrella #blue
    lunette de soleil -> sunglasses
    telephone sans coque -> phone
    sac a dos -> backpack
    clef usb -> usb-stick
    Carte Navigo dans un étui transparent -> card transit-card part:case pattern:transparent
    casque audio Bose noir -> headphones #black @bose
    Blouson en cuir marron -> leather-jacket material:leather #brown
    gants de ski rouges -> gloves #red
    clé de voiture Renault -> car-key @renault
    bonnet en laine gris avec pompon -> beanie material:wool part:tassel #gray
    collier en argent avec pendentif cœur -> necklace material:silver (pendant) shape:heart #silver
    sac cabas en toile beige -> tote material:cotton #beige
    parapluie à pois -> umbrella pattern:dotted
    ordinateur portable Asus -> laptop @asus
    appareil photo Nikon avec objectif -> camera (lens) @nikon
    livre de poche "L'étranger" -> book
    béquille -> crutches
    guitare dans sa housse noire -> guitar part:case #black
    poupée aux cheveux blonds -> doll trait:hair
    ballon de basket Spalding -> basketball @spalding
    chaussures de randonnée Salomon taille 43 -> boots size:43 @salomon
    porte-cartes bleu nuit -> cardholder #navy
    chargeur de téléphone blanc -> charger #white
    vélo VTT noir Rockrider -> bicycle mountain-bike #black @rockrider
    robe rouge à fleurs -> dress pattern:floral #red
    montre connectée Garmin -> smartwatch @garmin
    boîte à lunch verte -> lunch-box #green
    tétine avec attache -> pacifier part:buckle
    carnet de santé -> health-card
    sweat à capuche Nike gris -> hoodie #gray @nike
    valise rouge cabossée -> suitcase state:scratched #red
    alliance en or gravée -> wedding-ring material:gold part:engraving #gold
    chien noir et blanc, type border collie -> dog collie #black #white
    trousse d'école bleue -> pencil-case #blue
    rollers noirs pointure 39 -> roller-skates size:39 #black
    manteau camel taille 40 Zara -> coat size:40 #tan @zara
    sacoche Lacoste noire -> bag #black @lacoste
    bague argent avec pierre violette -> ring material:silver part:stone #silver #purple
    clés avec badge d'immeuble et pass Vigik -> key (access-card) place:home
    doudou lange mouton blanc Moulin Roty -> blanket plush shape:sheep #white @moulin-roty
    sac Vanessa Bruno à paillettes -> bag material:beads
    enceinte JBL rouge -> speaker #red @jbl
    écharpe PSG -> scarf shape:psg
`,
);
