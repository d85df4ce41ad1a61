import { finder } from './match.ts';

const LABELS = [
  String.raw`passport(?:\s*(?:no|number|nr))?|passeport(?:\s*n)?|pasaporte|passaporte|reisepass(?:-?nr)?`,
  String.raw`(?:id|identity|card|document|doc|licen[cs]e|licencia|permis|permiso|f[uü]hrerschein|carta|member(?:ship)?|mitglied(?:s(?:nummer|-?nr))?|student|employee|staff|badge|policy|account|konto|customer|kunden|library|patient|insurance|versicherten)\s*(?:no|number|nr|nummer|id|#|n[º°])`,
  String.raw`n[º°]\s*(?:de\s*)?(?:documento|carta|licencia|identidad|carte|socio|soporte)|num\.?\s*soport`,
  String.raw`ausweis(?:-?nr|nummer)?|dni|nie|nif|nuss|matr[ií]cula|bsn|ssn|nhs`,
].join('|');
const NUMBER = String.raw`[\s.:#-]*((?=[A-Z0-9\-/. ]*\d)[A-Z0-9][A-Z0-9\-/. ]{3,24})`;
const SPANISH = 'TRWAGMYFPDXBNJZSQVHLCKE';

const findLabelled = finder(
  'document-number',
  new RegExp(String.raw`(?<![\p{L}])(?:${LABELS})${NUMBER}`, 'giu'),
  ([, value = '']) => plain(value),
);

/** DNI and NIE: the letter follows from the number. */
const findSpanish = finder('document-number', /(?<![A-Z\d])([XYZ]?)(\d{7,8})[ -]?([A-Z])(?![A-Z\d])/gi, (found) => {
  const [, first = '', digits = '', letter = ''] = found;
  if (first.length + digits.length !== 8) return null;
  const lead = first === '' ? '' : String('XYZ'.indexOf(first.toUpperCase()));
  return SPANISH.charAt(Number(lead + digits) % 23) === letter.toUpperCase() ? plain(found[0]) : null;
});

/** Social security numbers of the United States, United Kingdom and France, as they are written. */
const findSocial = finder(
  'document-number',
  /(?<![\w-])(?:\d{3}-\d{2}-\d{4}|[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3}(?: ?\d{2})?)(?![\w-])/g,
  ([text]) => plain(text),
);

export const IDENTITY_FINDERS = [findLabelled, findSpanish, findSocial];

function plain(written: string): string | null {
  const signs = written.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  return signs.length >= 4 ? signs : null;
}
