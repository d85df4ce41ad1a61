import { describePhrases } from './describe-phrases.ts';

describePhrases(
  'en',
  `
    Lost my grey Herschel rucksack on the Northern line, had a MacBook Air and charger in it -> backpack (laptop) (charger) #gray @herschel @apple =macbook-air
    Found: set of keys with a Minnie Mouse keyring and a Yale key -> key shape:mouse-animal keychain house-key @yale
    Gold wedding band engraved "Tom & Lucy 2014" -> material:gold wedding-ring part:engraving #gold
    child's purple unicorn backpack with a pink water bottle -> wearer:child shape:unicorn backpack bottle #purple #pink
    Kindle Paperwhite in a blue case -> ereader part:case #blue @amazon =kindle
    Brown tortoiseshell Ray Ban glasses in black case -> pattern:tortoiseshell glasses part:case #brown #black @ray-ban
    ladies red leather purse, contains bank cards and £40 cash -> wearer:women material:leather handbag purse (bank-card) (cash) #red
    Navy Barbour jacket size L with tartan lining -> jacket pattern:checked part:lining size:l #navy @barbour
    Left airpod, no case -> earbuds @apple =airpods
    Silver Casio watch, strap broken -> material:silver watch part:strap state:broken #silver @casio
    stuffed elephant toy, grey, one ear missing -> plush shape:elephant toy trait:tail state:broken #gray
    black umbrella with wooden handle -> umbrella material:wood part:handle #black
    hearing aid, beige, left ear, Phonak -> hearing-aid state:single #beige @phonak
    Lime green e-scooter helmet -> (e-scooter) helmet #lime
    Pokemon card binder -> (playing-cards) notebook
    ginger cat, white paws, collar with bell -> cat trait:tail part:collar part:bell
    Samsung Galaxy A52 in a clear case with a sticker of a cat -> phone pattern:transparent part:case part:sticker (cat) @samsung =galaxy-a52
    Driving licence in the name of Okonkwo -> license
    Nike trainers UK 9 white and orange -> sneakers size:9 #white #orange @nike
    dark green Fjallraven Kanken -> backpack #dark-green @fjällräven =kanken
    Bose QC35 II headphones in their hard case -> headphones part:case @bose =quietcomfort-35
    trombone in soft case -> trombone part:case
    insulin pen in cool bag -> insulin lunch-box
    handed in at reception by a guest: mens wristwatch, leather strap, gold face, not working -> place:hotel wearer:men watch material:leather part:strap material:gold state:broken #gold
    Brown envelope containing a birth certificate, two passport photos and a letter from the embassy -> receipt (birth-certificate) part:photo-inside #brown
    Found a phone (android?) with smashed screen, black, lock screen shows a dog -> phone state:cracked part:screen dog #black
    Size 10 muddy walking boots left in the boot room -> state:dirty boots place:hotel size:10
    blue umbrela with broken handel -> umbrella state:broken part:handle #blue
    Sampsonite suitcase, burgandy -> suitcase #burgundy @samsonite
    Ruksack made by Eastpack -> backpack @eastpak
    Addidas trainors -> sneakers @adidas
    sunglases rayban wayfairer -> sunglasses @ray-ban
    headfones -> headphones
    back pack -> backpack
    tooth brush -> toothbrush
    iphone13pro max gold -> phone material:gold #gold @apple =iphone-13-pro-max
    galaxy s22ultra -> phone @samsung =galaxy-s22-ultra
    Canon EOS 250D with 18-55mm lens -> camera (lens) part:lenses @canon =eos-250d
    Lenovo Thinkpad T480s -> laptop @lenovo =thinkpad-t480s
    GoPro Hero9 -> camera-action @gopro =hero-9
    ps5 controller -> console controller @sony =playstation-5
    wallet without cards or cash -> wallet
    bike with no saddle, no lights -> bicycle
    backpack not a suitcase -> backpack
    paraguas negro -> umbrella #black
    Lost: sac à dos vert -> backpack #green
    cream knitted bobble hat with fur pom pom -> material:wool beanie material:fur part:tassel #cream
    Oyster card in a green leather holder -> transit-card material:leather #green
    car keys - VW with a bottle opener -> car-key part:opener @volkswagen
    white Sony PlayStation 5 controller -> console controller #white @sony =playstation-5
    toddler's sippy cup, yellow, with ducks -> wearer:child baby-bottle shape:duck #yellow
    walking stick with silver handle -> walking-stick material:silver part:handle #silver
    Grey tabby cat, microchipped -> cat part:microchip #gray
    hardback copy of The Hobbit, library book -> book
    clarinet in black case -> clarinet part:case #black
    wheeled suitcase, hard shell, teal, scratched corner -> suitcase material:plastic state:scratched #teal
    one black leather glove, right hand -> gloves material:leather state:single #black
    prescription sunglasses Oakley -> sunglasses @oakley
    Tiffany heart tag bracelet, sterling silver -> shape:heart part:tag bracelet material:silver @tiffany
    teal and grey Osprey daysack with a Duolingo owl keyring -> backpack shape:owl keychain #teal #gray @osprey
    Found a wee knitted rabbit wearing dungarees -> material:wool shape:rabbit trousers
    maroon leather-bound journal with gold edged pages -> material:leather diary material:gold #burgundy #gold
    Apple Watch SE 40mm, midnight, braided loop strap -> smartwatch part:strap #navy @apple =apple-watch-se
    tan satchel, brass buckles, initials E.M. -> backpack crossbody material:metal part:buckle part:initials #tan
    JBL Flip 5 speaker, camo -> speaker pattern:camouflage @jbl =flip-5
    bright yellow North Face duffel, medium -> duffel size:medium #yellow @the-north-face
    Mens black brogues size 11 in a Clarks bag -> wearer:men shoes bag size:11 #black @clarks
`,
);
