import { describePhrases } from './describe-phrases.ts';

describePhrases(
  'pt',
  `
    Perdi uma carteira castanha de couro com cartão de cidadão -> wallet material:leather (id-card) #brown
    Encontrei chaves de carro Renault com porta-chaves vermelho -> car-key (keychain) #red @renault
    Mochila preta Eastpak com computador portátil -> backpack (laptop) #black @eastpak
    Óculos de sol pretos na caixa -> sunglasses #black
    Telemóvel iPhone 11 branco com capa rosa e ecrã partido -> phone part:case state:cracked #white #pink @apple =iphone-11
    Guarda-chuva azul às bolinhas -> umbrella pattern:dotted #blue
    anel de ouro com pedra verde -> ring material:gold part:stone #gold #green
    casaco de ganga tamanho M -> denim-jacket material:denim size:m
    urso de peluche castanho -> plush #brown
    cadela branca com coleira vermelha -> dog (pet-gear) #white #red
    Bolsa feminina vermelha com documentos e celular -> handbag (document) (phone) #red
    cachecol de lã cinzento -> scarf material:wool #gray
    trotinete elétrica preta -> e-scooter #black
    relógio Casio prateado -> watch material:silver #silver @casio
    garrafa de água térmica azul -> bottle #blue
    Esqueci-me do guarda-chuva preto com cabo de madeira no autocarro 28 -> umbrella (cable) part:handle material:wood place:bus #black
    Achei no Uber um celular Motorola com a tela trincada e capinha de silicone verde -> place:taxi phone state:cracked (phone-case) part:case material:rubber #green @motorola
    Perdi o bilhete de identidade e o passe num porta-cartões cinzento -> id-card transit-card cardholder #gray
    Ursinho de pelúcia marrom com camiseta listrada azul e branca, perdido na rodoviária -> plush (t-shirt) pattern:striped place:station #brown #blue #white
    Encontrado um fio de ouro com uma cruz pequena junto à piscina -> necklace material:gold shape:cross size:small place:beach #gold
    mochila escolar da Frozen, lilás, com estojo e lancheira -> backpack shape:frozen (pencil-case) part:case (lunch-box) #lavender
    Óculos de grau com armação vermelha dentro de um estojo rígido preto -> glasses part:frame (pencil-case) part:case #red #black
    Minha cachorrinha fugiu, é uma poodle branca, usa coleira rosa com sininho -> dog poodle pet-gear part:bell #white #pink
    guardachuva preto -> umbrella #black
    mochila preta sem alças -> backpack #black
    oculos escuros -> sunglasses
    relogio dourado -> watch material:gold #gold
    telemovel sem capa -> phone
    passaporte brasileiro -> passport nation:br
    Mala de viagem azul com rodinhas -> suitcase part:wheel #blue
    chapéu de palha -> sun-hat material:straw
    auscultadores Sony pretos -> headphones #black @sony
    pulseira de prata com pingente -> bracelet material:silver (pendant) #silver
    ténis Nike brancos tamanho 42 -> sneakers size:42 #white @nike
    cartão multibanco -> bank-card
    carta de condução -> license
    livro de receitas -> book
    bola de futebol -> football
    guitarra com capa preta -> guitar part:case #black
    capacete de moto vermelho -> helmet #red
    casaco impermeável amarelo -> jacket #yellow
    brincos de pérola -> earring
    bengala de madeira -> walking-stick material:wood
    tablet Samsung com capa preta -> tablet part:case #black @samsung
    carregador de portátil HP -> charger power-bank @hp
    saco de pano com compras -> tote material:cotton (food)
    vestido às riscas -> dress pattern:striped
    boné azul da Nike -> cap #blue @nike
    luvas de couro castanhas -> gloves material:leather #brown
    lenço de seda -> scarf material:silk
    caderno de capa dura -> notebook part:case
    boneca de pano -> doll material:cotton
    câmara fotográfica Canon -> camera @canon
    gato preto com coleira -> cat (pet-gear) #black
    passe social -> transit-card
    aparelho auditivo -> hearing-aid
    aliança de casamento gravada -> wedding-ring part:engraving
    bicicleta de montanha verde -> mountain-bike #green
    estojo de óculos castanho -> glasses-case #brown
    pen drive prateada -> usb-stick #silver
    nota de 50 euros -> cash
    mochila Nike preta com emblema do Benfica -> backpack part:patch shape:benfica #black @nike
    bolsa de praia de palha com fecho -> tote material:straw part:zip part:buckle
    jaqueta jeans tamanho G -> denim-jacket size:g
    chinelos Havaianas verdes -> sandals #green @havaianas
    tênis All Star vermelho -> sneakers #red @converse =all-star
    guarda-chuva da Mônica -> umbrella shape:turma-da-monica
`,
);
