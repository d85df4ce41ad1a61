/** What stands between a label and its number: "is", "no.", ": (". */
const BETWEEN = String.raw`(?:[\s:.=#(,>-]|\b(?:number|no|nr|num|numero|número|nummer|n[º°]|me|us|him|her|mir|mich|moi|is|es|est|ist|é|on|at|al|au|ao|to|a|o|el|le|unter|para|por|de|der|des|do|da|del)\b|\b(?-i:[A-Z]{2,4})\b){0,9}$`;

const PHONE =
  String.raw`(?<![\p{L}\d])(?:tel|tél|telf|tfno|tlf|fon|fone|ph|phones?|mob|cell|cel|gsm|fax|sms|text|call|ring|reach|whats ?app|wa|signal|telegram|viber|telephone|mobile|` +
  String.raw`tel[eé]fonos?|m[oó]vil|celular|llam\p{L}{1,6}|ll[aá]m\p{L}{1,8}|contact\p{L}{0,6}|t[eé]l[eé]phone|portable|appel\p{L}{1,6}|joindre|joignable|` +
  String.raw`telefon\p{L}{0,6}|handy\p{L}{0,8}|mobil\p{L}{0,8}|anruf\p{L}{0,4}|anzurufen|rufen|ruf\p{L}{0,7}|erreichbar|erreichen|` +
  String.raw`telefones?|telem[oó]vel|lig\p{L}{1,5}|contat\p{L}{1,4})`;

const SERIAL =
  String.raw`(?:s\/n|p\/n|\bsn|n\/s|imei|imeisv|meid|esn|iccid|isbn|issn|ean|upc|gtin|asin|sku|vin|mac|serial|serie|série|serien\p{L}{0,7}|serien|barcode|c[oó]digo|code|strichcode|` +
  String.raw`ref\p{L}{0,8}|order|pedido|encomenda|commande|bestell\p{L}{0,7}|booking|buchung\p{L}{0,8}|reserv\p{L}{0,6}|réservation|tickets?|billet\p{L}{0,3}|bilhete|passe|fahrkarte|` +
  String.raw`tracking|sendung\p{L}{0,8}|colis|env[ií]o|paket\p{L}{0,7}|invoice|factura|facture|rechnung\p{L}{0,7}|fatura|model|modell?\p{L}{0,7}|modelo|modèle|part|artikel\p{L}{0,7}|` +
  String.raw`invent\p{L}{0,12}|member\p{L}{0,4}|mitglied\p{L}{0,8}|socio|sócio|card|karte|tarjeta|carte|cartão|kunden\p{L}{0,7}|customer|cliente?|ausweis\p{L}{0,7}|passport|pasaporte|passeport|passaporte|` +
  String.raw`dni|nie|nif|permit|licen[cs]e|licencia|licença|permis|führerschein\p{L}{0,7}|locker|taquilla|casier|consigne|schlie(?:ß|ss)fach|cacifo|tag|asset|id|fahrgestell\p{L}{0,7}|rahmen\p{L}{0,7}|frame|châssis|chassis|bastidor|quadro|konto\p{L}{0,7}|fid[eé]lit[eéy]|fidelidade?|loyalty|treue\p{L}{0,8}|abono|bonob[uú]s|abonnement|abo|account|cuenta|compte|conta|policy|police|póliza|apólice)`;

const AFTER_PHONE = new RegExp(PHONE + BETWEEN, 'iu');
const AFTER_SERIAL = new RegExp(`(?<![\\p{L}\\d])${SERIAL}${BETWEEN}`, 'iu');
const SIGHT = 40;

/** "Call me if you find it, 612345678": not right before the number, but near. */
const NEAR_PHONE =
  /(?<![\p{L}\d])(?:call|text me|reach|ring|whats ?app|contact\p{L}{0,6}|llam\p{L}{1,6}|ll[aá]m\p{L}{1,8}|avis\p{L}{1,6}|appel\p{L}{1,6}|joindre|anruf\p{L}{0,4}|anzurufen|rufen|meld\p{L}{1,3}|erreich\p{L}{1,4}|lig(?:ar|ue|uem|a-me|ue-me)|contat\p{L}{1,4}|tel[eé]f\p{L}{0,4}|m[oó]vil|telem[oó]vel|celular)(?!\p{L})/iu;

export type NumberLabel = 'phone' | 'near-phone' | 'serial' | undefined;

/** What the words right before a number say that it is. */
export function labelBefore(text: string, start: number): NumberLabel {
  const before = text.slice(Math.max(0, start - SIGHT), start);
  if (AFTER_PHONE.test(before)) return 'phone';
  if (AFTER_SERIAL.test(before)) return 'serial';
  return NEAR_PHONE.test(before) ? 'near-phone' : undefined;
}
