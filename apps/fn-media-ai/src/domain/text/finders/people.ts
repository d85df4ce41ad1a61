import { finder, type Match } from './match.ts';

const NAME_LABEL = String.raw`(?:sur)?name(?:s|\s*of\s*(?:holder|bearer))?|given\s*names?|first\s*name|last\s*name|holder|bearer|owner|belongs\s*to|propert(?:y|ies)\s*of|propiedad\s*de|propri[eé]t[eé]\s*de|eigentum\s*von|propriedade\s*de|if\s*found\s*(?:please\s*)?(?:return|call|contact)(?:\s*to)?|return\s*to|nombres?|apellidos?|titular|propietario|pertenece\s*a|nom|pr[eé]noms?|titulaire|propri[eé]taire|appartient\s*[aà]|vornamen?|nachname|familienname|inhaber(?:in)?|eigent[uü]mer(?:in)?|geh[oö]rt|nome|apelidos?|sobrenome|propriet[aá]rio|pertence\s*a|passenger|patient|mr|mrs|ms|dr|prof|herr|frau|sr|sra|m\.?me|contact`;
const NAME = String.raw`[\s.:/-]+(\p{Lu}[\p{L}'’.-]*(?:[ ,]+\p{Lu}[\p{L}'’.-]*){0,4})`;
/** Dates in full are dates of birth, of issue, of expiry: all of them on documents, few on things. */
const DATE =
  /(?<!\d)(?:\d{1,2}[ ./-](?:\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?[ ./-](?:19|20)?\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2})(?!\d)/gi;
const BORN =
  /(?<![\p{L}])(?:d\.?o\.?b\.?|date\s*of\s*birth|born|birth\s*date|f(?:echa|\.)\s*(?:de\s*)?nac\w*|nac(?:ido|imiento)\w*|date\s*de\s*naissance|n[eé]e?\s*le|geb(?:oren|urtsdatum|\.)?|data\s*de\s*nasc\w*|nascimento)[^\d]{0,6}(\d[\d ./-]{5,10}\d)/giu;
const STREET = String.raw`street|st|road|rd|avenue|ave|lane|ln|drive|square|close|court|way|boulevard|blvd|calle|c\/|avda|avenida|plaza|paseo|rue|bd|allée|chemin|straße|strasse|str|platz|gasse|weg|rua|travessa|praça|largo`;
const ADDRESS = new RegExp(
  String.raw`(?<![\p{L}\d])(?:\d{1,5}[a-z]?[ ,]+(?:[\p{L}'’.-]+ ){0,4}(?:${STREET})\b|(?:${STREET})\.? (?:[\p{L}'’.-]+[ ,]+){1,5}\d{1,5}|[\p{L}'’.-]+(?:straße|strasse|str\.|platz|gasse|weg) \d{1,4}[a-z]?)`,
  'giu',
);
const POSTCODE =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|\d{5}(?:-\d{4})? \p{Lu}\p{L}{2,}|\d{4}-\d{3}(?: \p{Lu}\p{L}+)?|[A-Z]{2} \d{5})(?![\p{L}\d])/gu;

export const PEOPLE_FINDERS = [
  finder('name', new RegExp(String.raw`(?<![\p{L}])(?:${NAME_LABEL})${NAME}`, 'giu'), ([, name = '']) => tidy(name)),
  finder('birth-date', BORN, ([, date = '']) => tidy(date)),
  finder('date', DATE, ([date]) => tidy(date)),
  finder('address', ADDRESS, ([address]) => tidy(address)),
  finder('address', POSTCODE, ([address]) => tidy(address)),
];

/** A line that ends with a label, or is one: what it labels stands in the line underneath. */
export function announcesName(line: string): boolean {
  return new RegExp(String.raw`(?:^|[\s/])(?:${NAME_LABEL})[\s.:]*$`, 'iu').test(line);
}

/** Two to five words that begin with capitals and have nothing but letters: on a card, that is a name. */
export function looksLikeName(line: string): Match | null {
  const [text] = /^\P{L}*(\p{Lu}[\p{L}'’-]+(?:[ ,]+\p{Lu}[\p{L}'’.-]*){1,4})[^\p{L}\d]*$/u.exec(line) ?? [];
  return text === undefined ? null : { kind: 'name', value: tidy(text), start: 0, end: line.length };
}

function tidy(written: string): string {
  return written.replaceAll(/\s+/g, ' ').trim();
}
