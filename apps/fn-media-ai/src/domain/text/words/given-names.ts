/** Common given names where the five languages are spoken; those that are words of a language as well stand apart. */
const NAMES = `aaron abdul abel abigail abraham ada adam adele adelheid adolfo adrian adriana adrien adrienne agata agathe agnes agnieszka ahmed ahmet
aida aileen aisha alan albert alberto aldo alejandra alejandro aleksander alessandra alessandro alexander alexandra alexandre alexia alexis alfonso alfred alfredo
ali alice alicia alina aline alison allison alma alvaro amanda amelia amelie amina amir amy ana anais anastasia anders andre andrea andreas andreia andres andrew
andrzej andy angela angelica angelika angelina angelo anita anja anke anna annabelle anne annegret anneliese annemarie annette annie annika anthony antje antoine antoinette
anton antonia antonio antonin ariana armando arnaud arthur arturo astrid audrey augusto aurelie aurora axel ayse barbara barbora bartosz beata
beatrice beatriz belen ben benedikt benjamin benoit bernard bernardo bernd bernhard bertrand beth betty bettina bianca birgit bjorn boris brandon brenda brian bridget
brigitte bruno bryan caio camila camille carina carl carla carlo carlos carmen carole carolin carolina caroline caterina catarina catherine cathy
cecile cecilia cedric celia celine cesar chantal charles charlie charlotte chiara chloe chris christa christian christiane christina christine christoph christophe christopher
claire clara claude claudia claudio claus clemens clement clementine colette colin connor conor constance constanze cornelia corinne craig cristian cristiano cristina cristobal cynthia
dagmar damian damien daniel daniela daniele danielle danny dario darren david davide debbie deborah delphine denis denise dennis derek detlef diana diane
didier diego dieter dimitri dirk dmitri dolores dominic dominik dominique donald donna doris dorothea dorothy douglas duarte dylan eduardo edgar edith edmund
eduard edward edwin ekaterina elena eleanor elias elif elisa elisabeth elise eliza elizabeth elke ella ellen ellie elodie eloise elsa emanuel emil emilia emilie
emilio emily emma emmanuel emmanuelle enrique enzo eric erica erich erik erika ernesto erwin esteban estelle ester esther ethan etienne eugen eugene eugenia
eva evan evelyn evelyne ewa fabian fabien fabienne fabio fatima fatma federico felicia felicitas felipe felix ferdinand fernanda fernando filip filipa filipe fiona florence
florian francesca francesco francine francis francisca francisco franck francois francoise franziska frederic frederik frederique friedrich fritz gabriel gabriela gabriele gabrielle gael gary
gaspard geoffrey george georges georgina gerald gerard gerardo gerd gerhard gerlinde gertrud gilbert gilles gina giovanni gisela giulia giuseppe gloria gonzalo gordon goran graham
gregor gregory greta gretchen guido guilherme guillaume guillermo gunter gunther gustav gustavo guy hanna hannah hannes hans harald harriet harry hasan hassan heather hector
heike heinrich heinz helen helena helene helga helmut hendrik henri henriette henrique henry herbert hermann hildegard holger horst hortense howard hubert hugo hugues
ian ibrahim ida ignacio igor ilona ilse imogen ines inga inge ingeborg ingo ingrid irene irina irma isaac isabel isabella isabelle ismael ivan ivana ivonne
jaime jacob jacqueline jacques jakob jakub james jamie jan jana jane janet janine janina jasmin jason javier jean jeanne jeannette jeff jeffrey jenna jennifer jenny jens jeremie
jeremy jerome jerry jessica jessie jesus jill jim jimmy joachim joana joanna joao joaquim joaquin jochen jodie joel johann johanna johannes john johnny jonas jonathan jordi jorg
jorge jose josef josefa josefina joseph josephine joshua josue juan juana juanita judith jules julia julian juliana juliane julie julien juliette julio jurgen justin justine justyna
jutta karin karina karine karl karolina karsten katarzyna kate katharina katherine kathleen kathrin katia katie katja katrin kaylee keith kelly kenneth kerstin kevin kimberly
kirsten kirsty klara klaus konrad konstantin kristin kristina krzysztof kurt kyle lara lars larissa laura laure laurence laurent lauren lea leah leander
leandro lena lennart leo leonard leonardo leonie leonor leopold leticia lewis lidia liesbeth liliana lina linda lionel lisa lorena lorenzo lothar lotte louis louisa louise
luc luca lucas lucia luciana luciano lucie lucien lucy ludovic ludwig luigi luis luisa lukas luke lutz lydia lynn madeleine madison magali magdalena maik maike
malgorzata malik manfred manon manuel manuela marc marcel marcela marcelo marcin marco marcos marcus marek margaret margarete margarida margarita margaux margot margrit maria
mariam marian mariana marianne maribel marie mariela marilyn marina mario marion marisa marisol marko markus marlene marlies marta martha martin martina martine mary marwan
mateo mateus mathias mathieu mathilde mathis matilda matteo matthew matthias matthieu maurice mauricio maurizio maxime maximilian maximilien meike melanie melissa mehmet
merve michael michaela michal michel michele michelle miguel mihai mikael mike mikhail mila milan milena mireille miriam mirko mohamed mohammed moritz monica monika monique
muhammad muriel mustafa myriam nadia nadine nadja naomi natacha natalia natalie natasha nathalie nathan nathaniel neil nelson nia nicholas nicola nicolas nicole niels niklas
nikolaus nils nina noah noel noelle noemi nora norbert norma nuno octavio odile olaf oleg olga oliver olivia olivier omar orlando oscar oskar osman oswald otto owen
pablo pamela paolo pascal pascale patrice patricia patricio patrick patrik paul paula paulette paulina pauline paulo pavel pawel pedro penelope peter petra philip philipp philippe phillip
pierre piotr rachel rafael rafaela raimund rainer ralf ralph ramon ramona raphael raquel raul raymond rebecca regina regine reinhard reinhold renata renate renaud
rene renee ricarda ricardo richard rita robert roberta roberto robin rocco rodolfo rodrigo roger roland rolf roman romain ronald ronny rosalia rosalie rosario
rosemarie rosemary rosie ross roxana ruben rudolf rui rupert ruth ryan sabina sabine sabrina salvador sam samantha samir samira samuel sandra sandrine sara sarah
sascha saskia scott sean sebastian sebastien sergei sergio severin severine shannon sharon sheila shirley sibylle siegfried sigrid silke silvia simon simona simone sina sofia sofie
solange sonia sonja sophia sophie stacey stanislav stefan stefania stefanie steffen stella stephan stephane stephanie stephen steve steven stuart susan susana susanna susanne suzanne
svenja sven sybille sylvain sylvia sylvie tamara ted tania tanja tatiana telma teresa tereza thais theo theodor theresa therese thiago thibault thierry thomas thorsten tiago
tiffany till tilman tim timo timothy tina tobias todd tom tomas tomasz tommy toni tony torsten tracy tristan udo ulrich ulrike ulla ursula ute uwe valentin valentina valentine valerie
vanessa vera verena veronica veronika veronique vicente vicky victor victoria viktor viktoria vincent vinicius virginia virginie viviane vivien vladimir volker walter waltraud wanda wendy
werner wilfried wilhelm william willy winfried wojciech wolfgang xavier xenia ximena yann yannick yasmin yasmina yolanda yoann yusuf yves yvette yvonne zoe zofia zuzana`;

/** They say something else as well: alone and in small letters they name nobody. */
const ALSO_WORDS = `alba amber angel april august bill blanca candy carol celeste chase china chuck daisy dawn dolly don drew ernst eve estrella faith flora frank gene georgia ginger grace grant hazel
heide holly hope india iris ivy jack jade jasmine jordan joy june kai kim kit lana leon lily linus liv lou luna luz mar mark marin mat may melody mercedes mercy mia miles mona nick nieves olive paloma pandora
pat paz pearl peggy penny pilar ray reyes rich rob rocio rosa rose ruby sally sandy sky sol sonny summer teddy terry trinidad vic viola violet violeta violette will wolf max art rocky victor vivo
till jean marina rosario alma dolores roman romain robin jan christian norma aurora gloria regina ida ella guy clara claire marcos mario valentine margarita rosemary noel vera felicitas constance ariana ina manuel pamela marcel alice`;

/** Common family names that no list of things has. */
const FAMILY = `garcia fernandez gonzalez rodriguez lopez martinez sanchez perez gomez jimenez ruiz hernandez diaz alvarez munoz romero alonso gutierrez navarro torres dominguez vazquez
ramos gil ramirez serrano molina morales suarez ortega castro ortiz marin sanz iglesias medina garrido castillo guerrero lozano cano prieto mendez calvo gallego vidal
martin bernard dubois durand moreau laurent lefebvre leroy girard dupont lambert fontaine rousseau morel fournier mercier guerin muller chevalier garnier faure dumont
schmidt schneider fischer weber meyer maier mayer wagner becker schulz schulze hoffmann hofmann bauer richter schroder neumann zimmermann kruger hartmann lange
werner krause lehmann kohler herrmann walter huber peters scholz moller hahn schubert friedrich gunther winkler lorenz baumann
silva santos ferreira pereira oliveira costa rodrigues martins sousa fernandes goncalves gomes lopes marques alves almeida ribeiro pinto carvalho teixeira moreira correia mendes nunes soares vieira monteiro cardoso rocha
smith jones taylor williams davies evans wilson thomas johnson roberts robinson thompson wright hughes edwards clarke jackson harris cooper ward turner parker collins murphy
anderson miller davis rodriguez moore nguyen campbell mitchell carter phillips watson kelly kennedy lewis adams nelson baker
kowalski kowalska nowak novak wojcik wisniewski ivanov petrov rossi russo ferrari esposito bianchi eriksson hansen jensen nielsen larsson johansson andersson yilmaz kaya demir khan singh kumar patel`;

const ALSO = new Set(ALSO_WORDS.split(/\s+/));
const GIVEN = new Set(NAMES.split(/\s+/).filter((name) => !ALSO.has(name)));
const SURNAMES = new Set(FAMILY.split(/\s+/));

/** Signs that are taken for each other stay apart: "all" is not Ali. */
function bare(word: string): string {
  return word
    .replace(/['’]s?$/u, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}

export function isGivenName(word: string): boolean {
  return GIVEN.has(bare(word)) || ALSO.has(bare(word));
}

/** A given name and nothing else. */
export function isOnlyName(word: string): boolean {
  return GIVEN.has(bare(word));
}

export function isFamilyName(word: string): boolean {
  return SURNAMES.has(bare(word));
}
