import { describePhrases } from './describe-phrases.ts';

describePhrases(
  'es',
  `
    Perdí mi cartera marrón de piel con el DNI y tarjetas del banco -> handbag wallet material:leather (id-card) (bank-card) #brown
    Encontradas llaves de coche Seat con llavero de corazón -> car-key (keychain) shape:heart @seat
    Gafas de sol Ray-Ban negras en su funda -> sunglasses part:case #black @ray-ban
    Mochila azul marino con pegatinas, dentro un portátil HP -> backpack part:sticker (laptop) #navy @hp
    Pendiente de oro con perla -> earring material:gold (necklace) part:stone #gold
    celular xiaomi redmi note 10 con funda transparente y pantalla rota -> phone part:case pattern:transparent state:cracked @xiaomi =redmi-note-10
    campera negra talla M marca Adidas -> jacket size:m #black @adidas
    osito de peluche marrón con lazo rojo -> plush part:tassel #brown #red
    chupete en una cajita azul -> pacifier #blue
    bufanda de lana a rayas rojas y blancas -> scarf material:wool pattern:striped #red #white
    paraguas plegable de lunares -> umbrella pattern:dotted
    Audífono beige -> headphones earbuds hearing-aid #beige
    silla de ruedas plegable -> wheelchair state:folding
    gorra roja de los yankees -> cap shape:yankees #red
    libro "Cien años de soledad" -> book
    perrita mestiza color canela, sin collar -> dog #tan
    Encontré en la playa una cámara acuática amarilla con una correa negra, parece que tiene fotos de unas vacaciones. -> place:beach camera (belt) part:strap (art) #yellow #black
    Perdí el conejito de mi hija, es blanco con las orejas rosas y un lazo en el cuello. Muy importante para ella. -> shape:rabbit trait:tail part:tassel scarf part:collar #white #pink
    Olvidé en el taxi una bolsa de tela con libros de la universidad y una carpeta azul -> place:taxi tote material:cotton (book) place:school (document) (notebook) #blue
    hallado un anillo de plata con una piedrita turquesa en los baños del centro comercial -> ring material:silver part:stone place:toilet place:shop #silver #turquoise
    Extravié mi credencial del INE y licencia de manejo, estaban en un tarjetero negro -> access-card (id-card) license cardholder #black
    Mi perro se escapó, es un labrador negro con collar rojo, responde al nombre de Toby -> dog labrador (necklace) #black #red
    paragüas negro -> umbrella #black
    mochilla azul -> backpack #blue
    bolso marron sin asa -> bag handbag #brown
    telefono movil samsum -> phone @samsung
    yaves del coche -> key place:car
    valija Samsonite -> suitcase @samsonite
    anteojos de sol -> sunglasses
    cartera de mujer -> handbag purse
    Llaves con cinta verde y un pendrive -> key part:strap part:tassel usb-stick #green
    chaqueta vaquera con parches talla L -> denim-jacket material:denim part:patch size:l
    Tarjeta SUBE a nombre de Rodríguez -> transit-card
    maletín negro con documentos -> briefcase (document) #black
    guantes de cuero marrones -> gloves material:leather #brown
    Ipad con funda rosa -> tablet part:case #pink @apple =ipad
    casco de moto negro mate marca AGV -> helmet #black @agv
    patinete eléctrico Xiaomi -> e-scooter @xiaomi
    anillo de compromiso con diamante -> engagement-ring part:stone
    bolso bandolera color camel -> crossbody #tan
    gato siamés con collar azul -> cat (necklace) #blue
    balón de fútbol Adidas -> football @adidas
    zapatillas New Balance grises número 41 -> sneakers size:41 #gray @new-balance
    pulsera de plata con dijes -> bracelet material:silver (necklace) (pendant) #silver
    reloj Casio digital -> watch @casio
    sudadera con capucha gris, talla S -> hoodie size:s #gray
    guitarra española con funda -> guitar part:case
    inhalador azul -> inhaler #blue
    vestido de flores -> dress pattern:floral
    cámara Canon con objetivo -> camera (lens) @canon
    botella térmica verde -> bottle #green
    bastón de madera -> walking-stick material:wood
    muñeca de trapo con vestido rojo -> doll (dress) #red
    carnet de conducir -> license
    auriculares inalámbricos blancos -> headphones #white
    cuaderno de espiral azul -> notebook #blue
    sobre con 200 euros -> cash
    mochila infantil de Spiderman -> backpack wearer:child shape:spiderman
    raqueta de pádel Bullpadel -> padel-racket @bullpadel
    abono transporte joven -> transit-card age:puppy
    medallita de la virgen de oro -> medal shape:virgin material:gold #gold
    toalla de playa a rayas azules -> towel pattern:striped #blue
    mochila térmica de reparto naranja -> backpack #orange
    tarjeta de crédito BBVA -> bank-card @bbva
    bolso Tous beige con osito -> bag handbag (plush) #beige @tous
    chaleco amarillo reflectante -> vest material:fluorescent #yellow
    coche teledirigido rojo -> toy-car #red
    aro de plata con circonita -> hoops part:frame material:silver part:stone #silver
    zapatos de charol negros talla 38 -> shoes pattern:matte size:38 #black
`,
);
